import { type Calendar, countProvisional } from '../calendar/calendar.ts';
import { nthWorkingDayAfter, workingDayFrom } from '../calendar/working-days.ts';
import { addDays, addMonths, type CivilDate, civilDateOf, epochDayOf } from '../civil-date.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';

type Unit = 'days' | 'working_days' | 'months';

interface RemedyPeriod {
  readonly unit: Unit;
  readonly count: number;
  readonly article: string;
}

const period = (unit: Unit, count: number, article: string): RemedyPeriod => ({ unit, count, article });

/**
 * The periods of reconsideration and litigation. 行政复议法第八十八条第二款: in that law only the periods of
 * three, five, seven and ten days are working days; all others, and those of litigation, are calendar days.
 */
export const remedyPeriods = {
  reconsideration_application: period('days', 60, '行政复议法第二十条第一款'),
  /** 未告知权利的，最长一年 */
  reconsideration_application_longest: period('months', 12, '行政复议法第二十条第三款'),
  reconsideration_acceptance: period('working_days', 5, '行政复议法第三十条'),
  reconsideration_forwarding: period('working_days', 7, '行政复议法第四十八条'),
  reconsideration_forwarding_simplified: period('working_days', 3, '行政复议法第五十四条'),
  reconsideration_response: period('working_days', 10, '行政复议法第四十八条'),
  reconsideration_response_simplified: period('working_days', 5, '行政复议法第五十四条'),
  reconsideration_decision: period('days', 60, '行政复议法第六十二条第一款'),
  reconsideration_decision_extended: period('days', 60 + 30, '行政复议法第六十二条第一款'),
  reconsideration_decision_simplified: period('days', 30, '行政复议法第六十二条第二款'),
  suit_after_reconsideration: period('days', 15, '行政诉讼法第四十五条'),
  suit_after_refusal_or_expiry: period('days', 15, '行政复议法第三十四条'),
  direct_suit: period('months', 6, '行政诉讼法第四十六条第一款'),
  first_instance: period('months', 6, '行政诉讼法第八十一条'),
  first_instance_simplified: period('days', 45, '行政诉讼法第八十三条'),
  appeal_against_judgment: period('days', 15, '行政诉讼法第八十五条'),
  appeal_against_ruling: period('days', 10, '行政诉讼法第八十五条'),
  second_instance: period('months', 3, '行政诉讼法第八十八条'),
} as const satisfies Readonly<Record<string, RemedyPeriod>>;

export type RemedyPeriodKind = keyof typeof remedyPeriods;

export interface RemedyDeadline {
  readonly kind: RemedyPeriodKind;
  /** The day from which it is counted, itself not counted. */
  readonly from: CivilDate;
  readonly due: CivilDate;
  readonly article: string;
  /** The last day was off, and the period therefore ends on the first working day after it. */
  readonly moved: boolean;
  readonly provisional: boolean;
}

/**
 * When a period of the remedies ends. The day on which it begins is not counted; one whose last day is off
 * ends on the first working day after it, unless the policy says `exact`.
 * 民事诉讼法第八十五条，行政复议法第八十八条第一款、行政诉讼法第一百零一条准用
 */
export const remedyDeadline = (
  kind: RemedyPeriodKind,
  from: CivilDate,
  calendar: Calendar,
  policy: ClockPolicy = defaultClockPolicy,
): RemedyDeadline => {
  const { unit, count, article } = remedyPeriods[kind];
  if (unit === 'working_days') {
    const start = epochDayOf(from);
    const due = nthWorkingDayAfter(calendar, start, count);
    const provisional = countProvisional(calendar, start, due) > 0;
    return { kind, from, due: civilDateOf(due), article, moved: false, provisional };
  }
  const last = epochDayOf(unit === 'months' ? addMonths(from, count) : addDays(from, count));
  const due = policy.calendarPeriodEnd === 'exact' ? last : workingDayFrom(calendar, last);
  const provisional = policy.calendarPeriodEnd !== 'exact' && countProvisional(calendar, last - 1, due) > 0;
  return { kind, from, due: civilDateOf(due), article, moved: due !== last, provisional };
};

export interface ReconsiderationFacts {
  /** When the applicant knew of the reply (service), or, with no reply, the day its period ended. */
  readonly knewOn: CivilDate;
  /** When told of the right, the organ and the period: with the reply as a rule; null: never told. */
  readonly rightsKnownOn: CivilDate | null;
  /** The reconsideration organ received the application. */
  readonly filedOn?: CivilDate | null;
  readonly acceptedOn?: CivilDate | null;
  /** The agency received the copy of the application. */
  readonly copyReceivedOn?: CivilDate | null;
  /** 行政复议法第五十三条第（四）项: disclosure cases qualify for the simplified procedure. */
  readonly simplified: boolean;
  /** 第六十二条第一款: extended by up to 30 days. */
  readonly extended?: boolean;
}

const applicationDeadline = (
  { knewOn, rightsKnownOn }: ReconsiderationFacts,
  calendar: Calendar,
  policy: ClockPolicy,
): RemedyDeadline => {
  // 行政复议法第二十条第三款：未告知的，自知道权利、机关和期限之日起计算，自知道行为内容之日起最长不得超过一年
  const longest = remedyDeadline('reconsideration_application_longest', knewOn, calendar, policy);
  if (rightsKnownOn === null) return longest;
  const from = rightsKnownOn > knewOn ? rightsKnownOn : knewOn;
  const usual = remedyDeadline('reconsideration_application', from, calendar, policy);
  return usual.due <= longest.due ? usual : longest;
};

/** The deadlines of a reconsideration (行政复议), as far as the facts go. */
export const reconsiderationDeadlines = (
  facts: ReconsiderationFacts,
  calendar: Calendar,
  policy: ClockPolicy = defaultClockPolicy,
): readonly RemedyDeadline[] => {
  const { filedOn, acceptedOn, copyReceivedOn, simplified, extended } = facts;
  const from = (date: CivilDate | null | undefined, kind: RemedyPeriodKind): readonly RemedyDeadline[] =>
    date ? [remedyDeadline(kind, date, calendar, policy)] : [];
  return [
    applicationDeadline(facts, calendar, policy),
    ...from(filedOn, 'reconsideration_acceptance'),
    ...from(acceptedOn, simplified ? 'reconsideration_forwarding_simplified' : 'reconsideration_forwarding'),
    ...from(copyReceivedOn, simplified ? 'reconsideration_response_simplified' : 'reconsideration_response'),
    ...from(
      acceptedOn,
      simplified
        ? 'reconsideration_decision_simplified'
        : extended
          ? 'reconsideration_decision_extended'
          : 'reconsideration_decision',
    ),
  ];
};

export interface LitigationFacts {
  /** Direct suit: when the applicant knew of the reply; null after reconsideration. */
  readonly knewOn?: CivilDate | null;
  /** The decision on reconsideration was served. */
  readonly decisionServedOn?: CivilDate | null;
  /** Reconsideration was refused, or its period ran out without a decision. */
  readonly refusedOrExpiredOn?: CivilDate | null;
  /** The court registered the case (立案). */
  readonly registeredOn?: CivilDate | null;
  readonly simplified: boolean;
  readonly judgmentServedOn?: CivilDate | null;
  readonly rulingServedOn?: CivilDate | null;
  /** The higher court received the appeal. */
  readonly appealReceivedOn?: CivilDate | null;
}

/** The deadlines of litigation (行政诉讼), as far as the facts go. */
export const litigationDeadlines = (
  facts: LitigationFacts,
  calendar: Calendar,
  policy: ClockPolicy = defaultClockPolicy,
): readonly RemedyDeadline[] => {
  const from = (date: CivilDate | null | undefined, kind: RemedyPeriodKind): readonly RemedyDeadline[] =>
    date ? [remedyDeadline(kind, date, calendar, policy)] : [];
  return [
    ...from(facts.knewOn, 'direct_suit'),
    ...from(facts.decisionServedOn, 'suit_after_reconsideration'),
    ...from(facts.refusedOrExpiredOn, 'suit_after_refusal_or_expiry'),
    ...from(facts.registeredOn, facts.simplified ? 'first_instance_simplified' : 'first_instance'),
    ...from(facts.judgmentServedOn, 'appeal_against_judgment'),
    ...from(facts.rulingServedOn, 'appeal_against_ruling'),
    ...from(facts.appealReceivedOn, 'second_instance'),
  ];
};
