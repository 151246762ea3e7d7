import type { Citation } from '../citation/cite.ts';
import { type RemedyPeriod, remedyPeriodsOn } from '../remedy/remedy-periods.ts';

interface ProcedurePeriod extends Pick<RemedyPeriod, 'length' | 'basis'> {
  readonly unit: RemedyPeriod['unit'] | 'working_day';
}

const reconsideration = (article: number, paragraph?: number): Citation =>
  paragraph
    ? { instrument: 'reconsiderationLaw2023', article, paragraph }
    : { instrument: 'reconsiderationLaw2023', article };
const litigation = (article: number): Citation => ({ instrument: 'litigationLaw', article });

/**
 * The periods within reconsideration (the law in force since 2024) and litigation; those for beginning either
 * stand with the remedies. 行政复议法第八十八条第二款: in that law only the periods of three, five, seven and ten
 * days are working days; all others, and those of litigation, are calendar days.
 */
export const procedurePeriods = {
  // 行政复议法第二十条第三款：没有告知权利的，自知道行政行为内容之日起最长不得超过一年
  reconsideration_application_longest: { length: 12, unit: 'month', basis: reconsideration(20, 3) },
  reconsideration_acceptance: { length: 5, unit: 'working_day', basis: reconsideration(30) },
  reconsideration_forwarding: { length: 7, unit: 'working_day', basis: reconsideration(48) },
  reconsideration_forwarding_simplified: { length: 3, unit: 'working_day', basis: reconsideration(54) },
  reconsideration_response: { length: 10, unit: 'working_day', basis: reconsideration(48) },
  reconsideration_response_simplified: { length: 5, unit: 'working_day', basis: reconsideration(54) },
  reconsideration_decision: { length: 60, unit: 'day', basis: reconsideration(62, 1) },
  reconsideration_decision_extended: { length: 60 + 30, unit: 'day', basis: reconsideration(62, 1) },
  reconsideration_decision_simplified: { length: 30, unit: 'day', basis: reconsideration(62, 2) },
  first_instance: { length: 6, unit: 'month', basis: litigation(81) },
  first_instance_simplified: { length: 45, unit: 'day', basis: litigation(83) },
  appeal_against_judgment: { length: 15, unit: 'day', basis: litigation(85) },
  appeal_against_ruling: { length: 10, unit: 'day', basis: litigation(85) },
  second_instance: { length: 3, unit: 'month', basis: litigation(88) },
} as const satisfies Readonly<Record<string, ProcedurePeriod>>;

const beginnings = {
  reconsideration_application: 'applyForReconsideration',
  suit_after_reconsideration: 'sueAfterDecision',
  suit_after_refusal_or_expiry: 'sueAfterRefusal',
  direct_suit: 'sueDirectly',
} as const;

export type RemedyDeadlineKind = keyof typeof procedurePeriods | keyof typeof beginnings;

export const remedyDeadlineKinds = [
  ...Object.keys(beginnings),
  ...Object.keys(procedurePeriods),
] as readonly RemedyDeadlineKind[];

/** A remedy's period as the law in force on a day has it; a RangeError before 2018. */
export const remedyPeriodOf = (kind: RemedyDeadlineKind, date: string): ProcedurePeriod => {
  if (kind in procedurePeriods) return procedurePeriods[kind as keyof typeof procedurePeriods];
  const periods = remedyPeriodsOn(date);
  if (!periods) throw new RangeError(`没有 ${date} 当时的复议、诉讼期限：只收录 2018 年以后的规定。`);
  return periods[beginnings[kind as keyof typeof beginnings]];
};
