import {
  type Calendar,
  type CivilDate,
  type Clock,
  type ClockExplanation,
  type ClockPolicy,
  civilDateInShanghai,
  clock,
  defaultClockPolicy,
  explainClock,
} from '@gongkai/statute';
import { readCalendar } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';
import { clockEvents } from './clock-events.ts';
import type { Step } from './step.ts';

/** Today in Beijing time. */
export const todayOf = (now: Date): CivilDate => civilDateInShanghai(now.getTime());

/** The working-day calendar that holds where an agency is. */
export const calendarOf = async (db: Db, agencyId: string): Promise<Calendar> =>
  readCalendar(db, (await readRegion(db, agencyId)) ?? '');

const readRegion = async (db: Db, agencyId: string): Promise<string | undefined> =>
  (await db.selectFrom('agency').select('region_code').where('id', '=', agencyId).executeTakeFirst())
    ?.region_code;

/** What was set of the clock when the application came: a setting that is changed later changes no due date. */
const policyOf = ([first]: readonly Step[]): ClockPolicy => ({
  ...defaultClockPolicy,
  ...(first?.step === 'submit' && first.facts.policy),
});

/** The reply clock of an application after these steps. */
export const clockOf = (steps: readonly Step[], calendar: Calendar, today: CivilDate): Clock =>
  clock(clockEvents(steps), calendar, today, policyOf(steps));

/** The same day by day, and in a few sentences for the citizen. */
export const explainClockOf = (
  steps: readonly Step[],
  calendar: Calendar,
  today: CivilDate,
): ClockExplanation => explainClock(clockEvents(steps), calendar, today, policyOf(steps));
