import { act } from '../platform/act.ts';
import type { Db } from '../platform/database/open-database.ts';
import { systemActor } from '../platform/event/event.ts';
import type { JobDefinition } from '../platform/job/job-definition.ts';
import type { Spine } from '../platform/spine.ts';
import { missingYear } from './calendar-years.ts';
import { rootAgencyId } from './queries.ts';
import { readCalendar } from './read-calendar.ts';
import { closeWork, openWork } from './work-item.ts';

/**
 * Puts the import of a missing calendar on the list of the system administrator, or takes it off, as the calendar
 * now is. It is due before the last week of the year: from there on dates hang on the next year's notice.
 */
export const settleCalendarWork = async (
  { db, now }: { readonly db: Db; readonly now: Date },
  rootId: string,
): Promise<void> => {
  const missing = missingYear(await readCalendar(db), now);
  const open = await db
    .selectFrom('work_item')
    .select('subject_id')
    .where('kind', '=', 'calendar_missing')
    .where('done_at', 'is', null)
    .execute();
  for (const { subject_id } of open)
    if (subject_id !== String(missing))
      await closeWork(
        { db, now },
        { kind: 'calendar_missing', subject: { kind: 'calendar_year', id: subject_id } },
      );
  if (missing === null || open.some(({ subject_id }) => subject_id === String(missing))) return;
  await openWork(
    { db, now },
    {
      agencyId: rootId,
      kind: 'calendar_missing',
      subject: { kind: 'calendar_year', id: String(missing) },
      title: `${missing}年的工作日历还没有导入`,
      link: '/calendar/import',
      role: 'system_administrator',
      dueOn: `${missing - 1}-12-24`,
    },
  );
};

/** Looks whether the next year's calendar is missing; harmless at any time. */
export const remindOfCalendar = (spine: Spine): Promise<void> =>
  act({ db: spine.db, actor: systemActor, now: spine.now }, async ({ db, now }) => {
    const rootId = await rootAgencyId(db);
    if (rootId !== null) await settleCalendarWork({ db, now }, rootId);
  });

/** Every morning, so that it stands on the list from the first of November on. */
export const calendarJob: JobDefinition = {
  name: 'remind_of_calendar',
  title: '提醒导入下一年工作日历',
  concurrency: 1,
  retries: 3,
  retryDelay: 60,
  longestDelay: 3600,
  limit: 60,
  schedule: '30 6 * * *',
  run: (spine) => remindOfCalendar(spine),
};
