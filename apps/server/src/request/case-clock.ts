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
import { readAgencyCalendar, readCalendar } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';
import { clockEvents } from './clock-events.ts';
import type { Step } from './step.ts';

/** Today in Beijing time. */
export const todayOf = (now: Date): CivilDate => civilDateInShanghai(now.getTime());

/** The working-day calendar that holds where an agency is. */
export const calendarOf = async (db: Db, agencyId: string): Promise<Calendar> =>
  (await readAgencyCalendar(db, agencyId))?.calendar ?? readCalendar(db);

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
