import {
  type DueWindow,
  dueWindows,
  type RequestCounts,
  type RequestState,
  type WaitingFor,
  waitingFor,
} from '@gongkai/contract';
import { sql } from 'kysely';
import { type Caller, permitReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { calendarOf, todayOf } from '../case-clock.ts';
import { dueWindowOf, dueWindowsOn } from './due-windows.ts';

interface Group {
  readonly state: RequestState;
  readonly waiting: WaitingFor;
  readonly due_on: string | null;
  readonly count: number;
  readonly assigned: number;
  readonly drafted: number;
}

/** The one statement of the counts: open applications by state, whom they wait for, and due date. */
const countQuery = (agencyId: string, personId: string | null) => sql<Group>`
  select state, waiting, due_on, count(*) as count,
    count(*) filter (where officer_id = ${personId}::uuid) as assigned,
    count(*) filter (where drafted_by = ${personId}::uuid) as drafted
  from request
  where agency_id = ${agencyId}::uuid and waiting is not null
  group by state, waiting, due_on`;

/** How many open applications an agency has, by what must be done with them. Throws `PermissionDenied`. */
export const countRequests = async (
  spine: Spine,
  caller: Caller,
  agencyId: string,
): Promise<RequestCounts> => {
  await permitReading(spine, caller, 'request.view', agencyId);
  const windows = dueWindowsOn(await calendarOf(spine.db, agencyId), todayOf(spine.now()));
  const personId = caller.actor.kind === 'person' ? caller.actor.id : null;
  const { rows } = await countQuery(agencyId, personId).execute(spine.db);
  const sum = (of: (group: Group) => number): number => rows.reduce((total, group) => total + of(group), 0);
  const where = (fits: (group: Group) => boolean): number => sum((group) => (fits(group) ? group.count : 0));
  const states = [...new Set(rows.map(({ state }) => state))].toSorted();
  return {
    open: sum(({ count }) => count),
    due: Object.fromEntries(
      Object.keys(dueWindows).map((window) => [
        window,
        where(({ due_on }) => dueWindowOf(due_on, windows) === window),
      ]),
    ) as Record<DueWindow, number>,
    waiting: Object.fromEntries(
      Object.keys(waitingFor).map((who) => [who, where(({ waiting }) => waiting === who)]),
    ) as Record<WaitingFor, number>,
    states: Object.fromEntries(states.map((state) => [state, where((group) => group.state === state)])),
    assigned: sum(({ assigned }) => assigned),
    drafted: sum(({ drafted }) => drafted),
  };
};
