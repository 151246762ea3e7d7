import { endedStates, type ListRequests, type RequestLine } from '@gongkai/contract';
import { sql } from 'kysely';
import { type Caller, permitReading } from '../agency/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { calendarOf, todayOf } from './case-clock.ts';
import type { RequestRow } from './load-case.ts';
import { presentLine, readsWhole } from './present-line.ts';

/** Where a page of a list ends: sorted by newest, the id; by due date, that before it. */
const cursorOf = (order: ListRequests['order'], row: RequestRow): string =>
  order === 'newest' ? row.id : `${row.due_on ?? 'infinity'}_${row.id}`;

const readCursor = (after: string): { readonly due: string; readonly id: string } => {
  const [, due = 'infinity', id = ''] =
    /^(?:(\d{4}-\d{2}-\d{2}|infinity)_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after) ?? [];
  if (id === '')
    throw new Refusal('invalid', 'PAGE_INVALID', '无法识别从哪里接着列，请回到第一页重新查询。', 'after');
  return { due, id };
};

/**
 * An agency's applications, a page at a time: the newest first, or those that are due first (what has no due date
 * yet comes last). A page costs the same however far down it is. Throws `PermissionDenied`, `Refusal` PAGE_INVALID.
 */
export const listRequests = async (
  spine: Spine,
  caller: Caller,
  { agencyId, state, open, order, after, size }: ListRequests,
): Promise<{ readonly items: RequestLine[]; readonly next: string | null }> => {
  await permitReading(spine, caller, 'request.view', agencyId);
  const dueDate = sql<string>`coalesce(due_on, 'infinity'::date)`;
  let rows = spine.db.selectFrom('request').selectAll().where('agency_id', '=', agencyId);
  if (state !== undefined) rows = rows.where('state', '=', state);
  if (open) rows = rows.where('state', 'not in', [...endedStates]);
  if (after !== undefined) {
    const { due, id } = readCursor(after);
    rows =
      order === 'newest'
        ? rows.where('id', '<', id)
        : rows.where(sql<boolean>`(${dueDate}, id) > (${due}::date, ${id}::uuid)`);
  }
  rows = order === 'newest' ? rows.orderBy('id', 'desc') : rows.orderBy(dueDate).orderBy('id');
  const found = await rows.limit(size + 1).execute();
  const page = found.slice(0, size);
  const last = page.at(-1);
  const calendar = await calendarOf(spine.db, agencyId);
  const today = todayOf(spine.now());
  return {
    items: page.map((row) =>
      presentLine(spine, row, { calendar, today, officerName: null, isWhole: readsWhole(caller, agencyId) }),
    ),
    next: found.length > size && last ? cursorOf(order, last) : null,
  };
};
