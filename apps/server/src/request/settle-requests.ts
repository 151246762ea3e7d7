import { endedStates } from '@gongkai/contract';
import type { Calendar } from '@gongkai/statute';
import { act } from '../platform/act.ts';
import { systemActor } from '../platform/event/event.ts';
import type { JobDefinition } from '../platform/job/job-definition.ts';
import type { Spine } from '../platform/spine.ts';
import { calendarOf, clockOf, todayOf } from './case-clock.ts';
import { readFacts } from './facts.ts';
import { addMissingSearches } from './list/search-row.ts';
import { waitingOf } from './list/waiting-of.ts';
import { loadCase, loadSteps, type RequestRow } from './load-case.ts';
import { settleCase, tasksOf } from './work-of.ts';

const batch = 200;

/** Whether a day that went by, or a calendar that was imported, changed what lists and work items say. */
const isStale = async ({ db, now }: Spine, row: RequestRow, calendar: Calendar): Promise<boolean> => {
  const steps = await loadSteps(db, row);
  const clock = clockOf(steps, calendar, todayOf(now()));
  const facts = readFacts(steps);
  if (clock.due !== row.due_on || clock.received !== row.received_on) return true;
  if (waitingOf(facts, clock) !== row.waiting) return true;
  return tasksOf(facts, clock).some(({ kind }) => kind === 'request_silence');
};

const settleOne = (spine: Spine, row: RequestRow): Promise<void> =>
  act({ db: spine.db, actor: systemActor, now: spine.now }, async (work) => {
    const { row: locked, steps, facts } = await loadCase(work.db, row.id, { lock: true });
    const calendar = await calendarOf(work.db, row.agency_id);
    await settleCase(work, locked, facts, clockOf(steps, calendar, todayOf(work.now)));
  });

/**
 * Looks at every open application: a period for correction or payment that went by in silence (条例第三十条,
 * 信息处理费管理办法) goes on the list of the head of the working body, who finds whether there was good reason;
 * due dates follow the calendar. It decides nothing, records nothing, and may run at any time.
 */
export const settleRequests = async (spine: Spine, signal?: AbortSignal): Promise<void> => {
  const calendars = new Map<string, Calendar>();
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await spine.db
      .selectFrom('request')
      .selectAll()
      .where('state', 'not in', [...endedStates])
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const row of rows) {
      signal?.throwIfAborted();
      const calendar = calendars.get(row.agency_id) ?? (await calendarOf(spine.db, row.agency_id));
      calendars.set(row.agency_id, calendar);
      if (await isStale(spine, row, calendar)) await settleOne(spine, row);
      after = row.id;
    }
    if (rows.length < batch) return;
  }
};

/** Every morning, before people begin. */
export const settleRequestsJob: JobDefinition = {
  name: 'settle_requests',
  title: '核对申请的期限，提示逾期不补正、不缴费的申请',
  concurrency: 1,
  retries: 3,
  retryDelay: 60,
  longestDelay: 3600,
  limit: 3600,
  schedule: '15 5 * * *',
  run: async (spine, _, { signal }) => {
    await settleRequests(spine, signal);
    await addMissingSearches(spine, signal);
  },
};
