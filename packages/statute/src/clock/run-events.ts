import type { Calendar } from '../calendar/calendar.ts';
import { type CivilDate, epochDayOf } from '../civil-date.ts';
import {
  applyConsultationClosed,
  applyConsultationDelivered,
  applyConsultationStarted,
  applyOpinionReceived,
} from './apply-consultation.ts';
import { applyCorrected, applyCorrectionRequested } from './apply-correction.ts';
import { applyAbandoned, applyReplied, applyServed, applyWithdrawn } from './apply-end.ts';
import { applyDelaySet, applyExtended } from './apply-extension.ts';
import { applyFeeNotified, applyPaid } from './apply-fee.ts';
import { applyReceiptConfirmed, applySubmitted, beginReceived } from './apply-receipt.ts';
import type { ClockEvent, EventOf } from './clock-event.ts';
import type { ClockPolicy } from './clock-policy.ts';
import { irregularity } from './irregularity.ts';
import { type Complain, type Run, startRun } from './run.ts';

/** What an agency can only do with a request that it has: done without confirmation, it proves the receipt. */
const provesReceipt: ReadonlySet<ClockEvent['type']> = new Set([
  'correction_requested',
  'consultation_started',
  'extended',
  'fee_notified',
  'delay_set',
  'replied',
]);

/** Events by date; those of one day stay in the order they came in. */
const inOrder = (events: readonly ClockEvent[], asOf: CivilDate): readonly ClockEvent[] => {
  let sorted = true;
  for (let index = 1; index < events.length; index += 1)
    if (events[index - 1]!.on > events[index]!.on) sorted = false;
  if (sorted && (events.length === 0 || events.at(-1)!.on <= asOf)) return events;
  return events.filter((event) => event.on <= asOf).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

type Handlers = {
  readonly [T in ClockEvent['type']]: (run: Run, event: EventOf<T>, complain: Complain) => void;
};

const handlers: Handlers = {
  submitted: applySubmitted,
  receipt_confirmed: applyReceiptConfirmed,
  correction_requested: applyCorrectionRequested,
  corrected: applyCorrected,
  consultation_started: applyConsultationStarted,
  consultation_delivered: applyConsultationDelivered,
  opinion_received: applyOpinionReceived,
  consultation_closed: applyConsultationClosed,
  extended: applyExtended,
  delay_set: applyDelaySet,
  fee_notified: applyFeeNotified,
  paid: applyPaid,
  replied: applyReplied,
  abandoned: applyAbandoned,
  withdrawn: applyWithdrawn,
  served: applyServed,
};

const apply = <T extends ClockEvent['type']>(run: Run, event: EventOf<T>, complain: Complain): void => {
  const handle: Handlers[T] = handlers[event.type as T];
  handle(run, event, complain);
};

/**
 * Where a request stands at the end of a day. Never throws for the order of events: what is out of order is
 * named in `irregularities` and has the effect that its message says. Events after `asOf` are not known yet.
 */
export const runEvents = (
  events: readonly ClockEvent[],
  calendar: Calendar,
  asOf: CivilDate,
  policy: ClockPolicy,
): Run => {
  const run = startRun(calendar, policy, asOf);
  for (const event of inOrder(events, asOf)) {
    const complain: Complain = (code, counts) => {
      run.irregularities.push(irregularity(code, event.on, counts));
    };
    if (run.submitted === null && event.type !== 'submitted') {
      complain('not_submitted');
      continue;
    }
    if (run.end && event.type !== 'served') {
      complain('after_end');
      continue;
    }
    if (run.received === null && provesReceipt.has(event.type)) {
      complain('receipt_not_confirmed');
      beginReceived(run, epochDayOf(event.on));
    }
    apply(run, event, complain);
  }
  return run;
};
