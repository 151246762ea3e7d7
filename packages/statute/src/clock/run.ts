import { type Calendar, countProvisional } from '../calendar/calendar.ts';
import { countWorking, nthWorkingDayAfter } from '../calendar/working-days.ts';
import { type CivilDate, type EpochDay, epochDayOf } from '../civil-date.ts';
import type { Channel, ConsultedParty } from './clock-event.ts';
import type { ClockPolicy } from './clock-policy.ts';
import type { Irregularity } from './irregularity.ts';
import { statutoryPeriods } from './statutory-periods.ts';

/** One counting of the reply period. Correction and payment end it and begin another. */
export interface Count {
  /** The day of receipt, of the corrected request's receipt or of payment; itself not counted. */
  readonly start: EpochDay;
  readonly because: 'received' | 'corrected' | 'paid';
  extension: { readonly on: EpochDay; readonly workingDays: number } | null;
  stopped: { readonly on: EpochDay; readonly waitingFor: 'correction' | 'payment' } | null;
}

export interface Consultation {
  readonly id: string;
  readonly party: ConsultedParty;
  readonly name: string;
  readonly sent: EpochDay;
  delivered: EpochDay | null;
  /** Its 15 working days end; null before delivery and for another organ, to which the law gives no period. */
  due: EpochDay | null;
  opinion: EpochDay | null;
  closed: EpochDay | null;
}

export interface Correction {
  readonly requested: EpochDay;
  readonly due: EpochDay;
  /** The reply period stands still and starts again with the corrected request. */
  readonly restarts: boolean;
  corrected: EpochDay | null;
}

export interface Fee {
  readonly notified: EpochDay;
  readonly due: EpochDay;
  readonly counts: boolean;
  paid: EpochDay | null;
}

export type EndedBy = 'replied' | 'withdrawn' | 'not_corrected' | 'not_paid';

/** Where a request stands after its events; epoch days throughout. The clock and the explanation read it. */
export interface Run {
  readonly calendar: Calendar;
  readonly policy: ClockPolicy;
  readonly asOf: CivilDate;
  submitted: { readonly on: EpochDay; readonly channel: Channel } | null;
  received: EpochDay | null;
  readonly counts: Count[];
  readonly consultations: Consultation[];
  correction: Correction | null;
  fee: Fee | null;
  /** 条例第三十五条: the latest date that the applicant was told. */
  delay: { readonly on: EpochDay; readonly until: EpochDay } | null;
  end: { readonly on: EpochDay; readonly by: EndedBy; readonly onTheSpot: boolean } | null;
  served: EpochDay | null;
  readonly irregularities: Irregularity[];
}

export const startRun = (calendar: Calendar, policy: ClockPolicy, asOf: CivilDate): Run => ({
  calendar,
  policy,
  asOf,
  submitted: null,
  received: null,
  counts: [],
  consultations: [],
  correction: null,
  fee: null,
  delay: null,
  end: null,
  served: null,
  irregularities: [],
});

/** Days in (after, through] that don't count; `through` null: no end is known yet. */
export interface Span {
  readonly after: EpochDay;
  readonly through: EpochDay | null;
}

/** When a consultation's time ends: with the opinion, when it is given up, or when its period is over. */
export const consultationEnd = ({ due, opinion, closed }: Consultation): EpochDay | null => {
  const ended = opinion ?? closed;
  return ended === null ? due : due === null ? ended : Math.min(due, ended);
};

export const consultationSpan = (consultation: Consultation, policy: ClockPolicy): Span => ({
  after: policy.sendingDayExcluded ? consultation.sent - 1 : consultation.sent,
  through: consultationEnd(consultation),
});

const isOpenOrLater = (a: EpochDay | null, b: EpochDay | null): boolean =>
  a === null || (b !== null && a >= b);

/** What does not count, in order and without overlaps: two consultations at once exclude their union. */
export const excludedSpans = (run: Run): readonly Span[] => {
  const spans = run.consultations.map((consultation) => consultationSpan(consultation, run.policy));
  // Payment stops the period where policy resumes it; where it restarts, the count itself is stopped.
  if (run.fee?.counts && run.policy.afterPayment === 'resume')
    spans.push({ after: run.fee.notified, through: run.fee.paid });
  if (spans.length < 2) return spans;
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a.after - b.after)) {
    const last = merged.at(-1);
    if (!last || (last.through !== null && span.after > last.through)) merged.push(span);
    else if (isOpenOrLater(span.through, last.through))
      merged[merged.length - 1] = { after: last.after, through: span.through };
  }
  return merged;
};

/** Working days of (after, through] that lie in no span. */
export const countOutside = (
  calendar: Calendar,
  after: EpochDay,
  through: EpochDay,
  spans: readonly Span[],
): number => {
  let days = countWorking(calendar, after, through);
  for (const span of spans)
    days -= countWorking(calendar, Math.max(after, span.after), Math.min(through, span.through ?? through));
  return days;
};

/** The n-th working day after a day that lies in no span; null when an open span comes before it. */
const nthOutside = (
  calendar: Calendar,
  after: EpochDay,
  n: number,
  spans: readonly Span[],
): EpochDay | null => {
  let cursor = after;
  let left = n;
  for (const span of spans) {
    if (span.through !== null && span.through <= cursor) continue;
    const before = countWorking(calendar, cursor, span.after);
    if (before >= left) break;
    if (span.through === null) return null;
    left -= before;
    cursor = span.through;
  }
  return nthWorkingDayAfter(calendar, cursor, left);
};

export const totalOf = (count: Count): number =>
  statutoryPeriods.reply.workingDays + (count.extension?.workingDays ?? 0);

/** The reply's due date by counting alone, without a delayed date. */
export const countedDue = (run: Run, spans: readonly Span[] = excludedSpans(run)): EpochDay | null => {
  const count = run.counts.at(-1);
  if (!count || count.stopped) return null;
  return nthOutside(run.calendar, count.start, totalOf(count), spans);
};

/** The reply's due date as things stand; null while correction, payment or an opinion without an end is awaited. */
export const replyDue = (run: Run, spans: readonly Span[] = excludedSpans(run)): EpochDay | null => {
  const counted = countedDue(run, spans);
  return counted === null || run.delay === null ? counted : Math.max(counted, run.delay.until);
};

export const isLate = (run: Run, day: EpochDay): boolean => {
  const due = replyDue(run);
  return due !== null && day > due;
};

export const waitingFor = (run: Run): 'correction' | 'payment' | null => {
  if (run.fee?.counts && run.fee.paid === null) return 'payment';
  return run.counts.at(-1)?.stopped?.waitingFor ?? null;
};

export const isProvisional = (run: Run, after: EpochDay, through: EpochDay): boolean =>
  countProvisional(run.calendar, after, through) > 0;

/** The day a notice reached the applicant, or the day it was sent as long as that is not known. */
export const receivedBy = (run: Run, sent: EpochDay, receivedOn: CivilDate | null | undefined): EpochDay =>
  receivedOn && receivedOn <= run.asOf ? Math.max(sent, epochDayOf(receivedOn)) : sent;

/** Names what is out of order about the event at hand. */
export type Complain = (code: Irregularity['code'], counts?: boolean) => void;
