import type { Citation } from '../citation/cite.ts';
import { type InForce, versionOn } from '../in-force.ts';

/** A period in calendar days or months: in reconsideration only periods of 3 to 10 days are working days. */
export interface RemedyPeriod {
  readonly length: number;
  readonly unit: 'day' | 'month';
  readonly basis: Citation;
}

export interface RemedyPeriods extends InForce {
  /** To apply for reconsideration, from knowing of the act. */
  readonly applyForReconsideration: RemedyPeriod;
  /** To go to court once reconsideration is decided. */
  readonly sueAfterDecision: RemedyPeriod;
  /** To go to court where reconsideration has to come first and was refused, or its period ran out. */
  readonly sueAfterRefusal: RemedyPeriod;
  /** To go to court directly, from knowing of the act. */
  readonly sueDirectly: RemedyPeriod;
}

const sueAfterDecision = {
  length: 15,
  unit: 'day',
  basis: { instrument: 'litigationLaw', article: 45 },
} as const satisfies RemedyPeriod;

const sueDirectly = {
  length: 6,
  unit: 'month',
  basis: { instrument: 'litigationLaw', article: 46, paragraph: 1 },
} as const satisfies RemedyPeriod;

export const remedyPeriods: readonly RemedyPeriods[] = [
  {
    from: '2018-01-01',
    to: '2023-12-31',
    applyForReconsideration: {
      length: 60,
      unit: 'day',
      basis: { instrument: 'reconsiderationLaw2017', article: 9, paragraph: 1 },
    },
    sueAfterDecision,
    sueAfterRefusal: {
      length: 15,
      unit: 'day',
      basis: { instrument: 'reconsiderationLaw2017', article: 19 },
    },
    sueDirectly,
  },
  {
    from: '2024-01-01',
    to: null,
    applyForReconsideration: {
      length: 60,
      unit: 'day',
      basis: { instrument: 'reconsiderationLaw2023', article: 20, paragraph: 1 },
    },
    sueAfterDecision,
    sueAfterRefusal: {
      length: 15,
      unit: 'day',
      basis: { instrument: 'reconsiderationLaw2023', article: 34 },
    },
    sueDirectly,
  },
];

/** The periods on a day; `null` before 2018. */
export const remedyPeriodsOn = (date: string): RemedyPeriods | null => versionOn(remedyPeriods, date);
