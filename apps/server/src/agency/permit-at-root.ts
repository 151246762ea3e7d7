import type { Action } from '@gongkai/contract';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Caller } from './caller.ts';
import { permit, permitReading } from './permit.ts';
import { rootAgencyId } from './queries.ts';

const loadRoot = async (db: Db): Promise<string> => {
  const rootId = await rootAgencyId(db);
  if (rootId === null)
    throw new Refusal('conflict', 'NOT_SET_UP', '系统还没有初始化，请先运行 gongkai init。');
  return rootId;
};

/**
 * Permits what concerns the whole installation (settings, calendar): by a post at its topmost agency. Returns that
 * agency.
 */
export const permitAtRoot = async (
  db: Db,
  caller: Caller,
  action: Action,
  state?: string,
): Promise<string> => {
  const rootId = await loadRoot(db);
  await permit(db, caller, action, rootId, state);
  return rootId;
};

/** `permitAtRoot` for what only reads; see `permitReading`. */
export const permitReadingAtRoot = async (
  spine: { readonly db: Db },
  caller: Caller,
  action: Action,
): Promise<void> => permitReading(spine, caller, action, await loadRoot(spine.db));
