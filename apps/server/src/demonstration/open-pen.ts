import type { TakenStep } from '@gongkai/contract';
import type { Calendar } from '@gongkai/statute';
import type { Known, Part, PlannedAct } from './planned-case.ts';
import type { Random } from './random.ts';
import { afterDays, dateOf, type Moment } from './working-hours.ts';

/** Notes the acts of a case one after the other, each at an hour at which people work. */
export interface Pen {
  readonly at: () => Moment;
  readonly write: (
    by: Part,
    step: TakenStep,
    days: number,
    input?: object | ((known: Known) => object),
  ) => void;
  readonly acts: readonly PlannedAct[];
}

const inputOf = (input: object | ((known: Known) => object)): ((known: Known) => object) =>
  typeof input === 'function' ? (input as (known: Known) => object) : () => input;

export const openPen = (calendar: Calendar, random: Random, start: Moment): Pen => {
  let at = start;
  const acts: PlannedAct[] = [];
  return {
    at: () => at,
    acts,
    write: (by, step, days, input = {}) => {
      at = afterDays(calendar, at, days, random.from(9, 75));
      // Applicants do it in the evening.
      if (by === 'applicant') at = { ...at, minute: random.from(18 * 60, 22 * 60) };
      acts.push({ at: dateOf(at), by, step, input: inputOf(input) });
    },
  };
};
