import type { CaseClock } from '@gongkai/contract';
import { explainClockOf } from './case-clock.ts';
import type { Case } from './load-case.ts';
import type { Situation } from './step-definition.ts';

/** The clock with every day of it. */
export const presentClock = ({ steps }: Case, { clock, calendar, today }: Situation): CaseClock => {
  const { sentences, days } = explainClockOf(steps, calendar, today);
  return {
    state: clock.state,
    receivedOn: clock.received,
    dueOn: clock.due,
    workingDays: clock.workingDays,
    workingDaysLeft: clock.workingDaysLeft,
    workingDaysOverdue: clock.workingDaysOverdue,
    isProvisional: clock.provisional,
    sentences: [...sentences],
    irregularities: clock.irregularities.map(({ on, article, message }) => ({ on, article, message })),
    periods: clock.periods.map(({ consulted, ...period }) => ({
      ...period,
      consulted: consulted?.name ?? null,
    })),
    days: days.map(({ reason: _, ...day }) => day),
    deadlines: clock.deadlines.flatMap(
      ({ kind, name, due, status, article, consequence, workingDaysLeft }) =>
        kind === 'reply' ? [] : [{ kind, name, due, status, article, consequence, workingDaysLeft }],
    ),
  };
};
