import type { AgencyKind } from '@gongkai/contract';
import { type Selectable, sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { brokenConstraint } from '../platform/database/problem.ts';
import { Refusal } from '../platform/refusal.ts';
import type { AgencyTable } from './tables.ts';

export type AgencyRow = Selectable<AgencyTable>;

/** Levels that a tree may have; from the State Council down to a village there are six. */
export const mostLevels = 12;

/**
 * Changes to the shape of the tree are made one after another: two moves at the same instant could make a ring
 * that neither of them sees. Held until the act ends.
 */
export const lockTree = async (db: Db): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('gongkai agency tree'))`.execute(db);
};

/** An agency, locked for the act. Refuses where there is none. */
export const loadAgency = async (db: Db, id: string): Promise<AgencyRow> => {
  const agency = await db
    .selectFrom('agency')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!agency)
    throw new Refusal('not_found', 'AGENCY_NOT_FOUND', '没有这个单位，可能已被合并。请刷新单位列表。');
  return agency;
};

/** The state that permissions turn on. */
export const agencyState = (agency: Pick<AgencyRow, 'closed_on'>): 'open' | 'closed' =>
  agency.closed_on === null ? 'open' : 'closed';

/** Governments and townships stand below a government alone; departments, and their branches, below anything. */
export const mayStandBelow = (kind: AgencyKind, parentKind: AgencyKind): boolean =>
  kind === 'department' || parentKind === 'government';

export const misplaced = '人民政府和乡镇（街道）的上级应当是人民政府，请重新选择上级单位。';

/** Refuses a place in the tree that an agency of this kind can't have. `above`: how many levels are above it. */
export const refuseMisplaced = (kind: AgencyKind, parent: AgencyRow, levels: number): void => {
  if (parent.closed_on !== null)
    throw new Refusal(
      'conflict',
      'AGENCY_CLOSED',
      `${parent.name}已于 ${parent.closed_on} 撤销，不能再有下级单位。请选择其他上级单位。`,
      'parentId',
    );
  if (!mayStandBelow(kind, parent.kind))
    throw new Refusal('invalid', 'AGENCY_MISPLACED', misplaced, 'parentId');
  if (levels > mostLevels)
    throw new Refusal(
      'invalid',
      'AGENCY_TOO_DEEP',
      `单位的层级最多 ${mostLevels} 级，请调整上级单位。`,
      'parentId',
    );
};

/** What people are told where the database refused two agencies to be alike; any other error as it is. */
export const agencyProblem = (error: unknown): unknown => {
  switch (brokenConstraint(error)) {
    case 'agency_name_once':
      return new Refusal('conflict', 'AGENCY_NAME_TAKEN', '已有同名的单位，请核对名称。', 'name');
    case 'agency_credit_code_once':
      return new Refusal(
        'conflict',
        'AGENCY_CREDIT_CODE_TAKEN',
        '这个统一社会信用代码已用于另一个单位，请核对。',
        'creditCode',
      );
    case 'agency_number_words_differ':
      return new Refusal(
        'invalid',
        'AGENCY_WORDS_ALIKE',
        '登记编号、答复文号和其他文书的字样不能相同，否则会有两份文件用同一个文号。请改用不同的字样。',
        'replyWord',
      );
    default:
      return error;
  }
};
