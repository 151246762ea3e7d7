import type { Calendar } from '../calendar/calendar.ts';
import { countWorking } from '../calendar/working-days.ts';
import { type CivilDate, civilDateOf, type EpochDay, epochDayOf } from '../civil-date.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';
import { type Deadline, deadlinesOf } from './deadlines.ts';
import type { Irregularity } from './irregularity.ts';
import { type Period, periodsOf } from './periods.ts';
import {
  consultationEnd,
  consultationSpan,
  countedDue,
  countOutside,
  excludedSpans,
  isProvisional,
  type Run,
  replyDue,
  type Span,
  totalOf,
  waitingFor,
} from './run.ts';
import { runEvents } from './run-events.ts';

export type ClockState =
  /** Nothing has come in. */
  | 'not_received'
  /** 条例第三十一条: it arrived, and both sides have not confirmed yet. */
  | 'waiting_for_confirmation'
  | 'running'
  /** An opinion is awaited (第三十三条第三款). */
  | 'paused'
  | 'waiting_for_correction'
  | 'waiting_for_payment'
  /** A later date was set and told (第三十五条). */
  | 'delayed'
  | 'replied'
  | 'abandoned'
  | 'withdrawn';

export interface Clock {
  readonly asOf: CivilDate;
  readonly state: ClockState;
  /** 收到申请之日, null before it is confirmed. */
  readonly received: CivilDate | null;
  /** From the day after this one the days are counted: receipt, corrected request's receipt, or payment. */
  readonly countedFrom: CivilDate | null;
  /** Working days to reply in, 20 to 40; null before receipt. */
  readonly workingDays: number | null;
  /**
   * The last day to reply on. Null before receipt, while correction or payment is awaited, and while an opinion is
   * awaited for which no end can be foreseen.
   */
  readonly due: CivilDate | null;
  /** An opinion is awaited whose period is known: `due` supposes that it takes the whole of it. */
  readonly dueMayBeEarlier: boolean;
  /** Working days after `asOf` up to and with the due date, excluded days left out: 0 on the day itself. */
  readonly workingDaysLeft: number | null;
  /** Working days from the due date to `asOf`, or to the end of the case. */
  readonly workingDaysOverdue: number;
  /** The due date (or the days left) rests on days that no notice on holidays has settled yet. */
  readonly provisional: boolean;
  readonly ended: CivilDate | null;
  readonly periods: readonly Period[];
  /** What else runs or has run, each with its own date. */
  readonly deadlines: readonly Deadline[];
  readonly irregularities: readonly Irregularity[];
}

const isPausedOn = (run: Run, day: EpochDay, counted: EpochDay | null): boolean =>
  run.consultations.some((consultation) => {
    const end = consultationEnd(consultation);
    const { after } = consultationSpan(consultation, run.policy);
    if (consultation.opinion !== null || consultation.closed !== null) return false;
    // A letter that left when the counted period was over pauses nothing, a delayed date least of all.
    return (end === null || day <= end) && (counted === null || after < counted);
  });

const stateOf = (run: Run, asOf: EpochDay, due: EpochDay | null, counted: EpochDay | null): ClockState => {
  if (run.end) return run.end.by === 'replied' || run.end.by === 'withdrawn' ? run.end.by : 'abandoned';
  if (!run.submitted) return 'not_received';
  if (run.received === null) return 'waiting_for_confirmation';
  const waiting = waitingFor(run);
  if (waiting === 'correction') return 'waiting_for_correction';
  if (waiting === 'payment') return 'waiting_for_payment';
  if (isPausedOn(run, asOf, counted)) return 'paused';
  return due === counted ? 'running' : 'delayed';
};

const daysLeft = (run: Run, asOf: EpochDay, due: EpochDay | null, spans: readonly Span[]): number | null => {
  const count = run.counts.at(-1);
  if (!count || count.stopped || run.end) return null;
  // With no due date in sight what was not used up is left; it stands still until the opinion comes.
  if (due === null) return totalOf(count) - countOutside(run.calendar, count.start, asOf, spans);
  // 条例第三十五条: a delayed date is a date, nothing is excluded before it.
  if (due !== countedDue(run, spans)) return countWorking(run.calendar, asOf, due);
  return countOutside(run.calendar, Math.max(asOf, count.start), due, spans);
};

/** The clock of a run that is known already; see `clock`. */
export const readClock = (run: Run, asOfDate: CivilDate): Clock => {
  const asOf = epochDayOf(asOfDate);
  const spans = excludedSpans(run);
  const due = replyDue(run, spans);
  const counted = countedDue(run, spans);
  const count = run.counts.at(-1);
  const until = run.end?.on ?? asOf;
  const left = daysLeft(run, asOf, due, spans);
  return {
    asOf: asOfDate,
    state: stateOf(run, asOf, due, counted),
    received: run.received === null ? null : civilDateOf(run.received),
    countedFrom: count ? civilDateOf(count.start) : null,
    workingDays: count ? totalOf(count) : null,
    due: due === null ? null : civilDateOf(due),
    dueMayBeEarlier: !run.end && due !== null && due === counted && isPausedOn(run, asOf, counted),
    workingDaysLeft: left,
    workingDaysOverdue: due === null ? 0 : countWorking(run.calendar, due, until),
    provisional: count && !count.stopped ? isProvisional(run, count.start, due ?? asOf) : false,
    ended: run.end ? civilDateOf(run.end.on) : null,
    periods: periodsOf(run),
    deadlines: deadlinesOf(run, asOf, { due, left, delayed: due !== counted }),
    irregularities: run.irregularities,
  };
};

/**
 * The reply clock of one request: pure, and the same events give the same clock for ever.
 *
 * - Events are taken by date, those of one day in the order given; those after `asOf` are not known yet, so an
 *   earlier `asOf` shows what the clock said then.
 * - The day of receipt is not counted; day 1 is the next working day. An act on a day off is dated that day.
 * - Correction and payment restart the period (条例第三十条, 信息处理费管理办法), consultation excludes its days
 *   (第三十三条第三款), extension adds to it (第三十三条第二款), a delayed date stands in for it (第三十五条).
 * - Two consultations at once exclude the union of their days; one that outlasts a restart excludes its days from
 *   the new period as well. An extension during consultation adds its days after it.
 * - Nothing impossible or late throws: it is named in `irregularities` (RangeError only for a period that would
 *   run past the year 2149).
 */
export const clock = (
  events: readonly ClockEvent[],
  calendar: Calendar,
  asOf: CivilDate,
  policy: ClockPolicy = defaultClockPolicy,
): Clock => readClock(runEvents(events, calendar, asOf, policy), asOf);
