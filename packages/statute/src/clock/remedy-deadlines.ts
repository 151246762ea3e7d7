import { type Calendar, countProvisional } from '../calendar/calendar.ts';
import { nthWorkingDayAfter, workingDayFrom } from '../calendar/working-days.ts';
import { citeShort } from '../citation/cite.ts';
import { addDays, addMonths, type CivilDate, civilDateOf, epochDayOf } from '../civil-date.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';
import { type RemedyDeadlineKind, remedyPeriodOf } from './procedure-periods.ts';

export interface RemedyDeadline {
  readonly kind: RemedyDeadlineKind;
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
 * The period's length is that of the law in force on the day it begins; a RangeError before 2018.
 * 民事诉讼法第八十五条，行政复议法第八十八条第一款、行政诉讼法第一百零一条准用
 */
export const remedyDeadline = (
  kind: RemedyDeadlineKind,
  from: CivilDate,
  calendar: Calendar,
  policy: ClockPolicy = defaultClockPolicy,
): RemedyDeadline => {
  const { unit, length, basis } = remedyPeriodOf(kind, from);
  const article = citeShort(basis);
  if (unit === 'working_day') {
    const start = epochDayOf(from);
    const due = nthWorkingDayAfter(calendar, start, length);
    const provisional = countProvisional(calendar, start, due) > 0;
    return { kind, from, due: civilDateOf(due), article, moved: false, provisional };
  }
  const last = epochDayOf(unit === 'month' ? addMonths(from, length) : addDays(from, length));
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
  const from = (date: CivilDate | null | undefined, kind: RemedyDeadlineKind): readonly RemedyDeadline[] =>
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
  const from = (date: CivilDate | null | undefined, kind: RemedyDeadlineKind): readonly RemedyDeadline[] =>
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
