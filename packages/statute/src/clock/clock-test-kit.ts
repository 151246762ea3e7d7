import { buildCalendar } from '../calendar/calendar.ts';
import { type CivilDate, civilDate } from '../civil-date.ts';
import { type Clock, clock } from './clock.ts';
import type { Channel, ClockEvent, ConsultedParty } from './clock-event.ts';
import { type ClockPolicy, defaultClockPolicy } from './clock-policy.ts';
import type { DeadlineKind } from './deadlines.ts';
import type { IrregularityCode } from './irregularity.ts';

/** Events from short lines for tests: what happened on which day, with the facts that matter there. */
export const submitted = (on: string, channel: Channel = 'in_person'): ClockEvent => ({
  type: 'submitted',
  on: civilDate(on),
  channel,
});

export const confirmed = (on: string, unreachable = false): ClockEvent => ({
  type: 'receipt_confirmed',
  on: civilDate(on),
  unreachable,
});

export const correctionRequested = (on: string, workingDays = 15, receivedOn?: string): ClockEvent => ({
  type: 'correction_requested',
  on: civilDate(on),
  receivedOn: receivedOn ? civilDate(receivedOn) : null,
  period: { workingDays },
});

export const consultationStarted = (
  on: string,
  id = 'a',
  party: ConsultedParty = 'third_party',
  name = '甲公司',
): ClockEvent => ({ type: 'consultation_started', on: civilDate(on), id, party, name });

export const extended = (on: string, workingDays = 20, approvedOn: string | null = on): ClockEvent => ({
  type: 'extended',
  on: civilDate(on),
  approvedOn: approvedOn === null ? null : civilDate(approvedOn),
  workingDays,
});

export const delaySet = (on: string, until: string, reasonsRequestedOn: string | null = on): ClockEvent => ({
  type: 'delay_set',
  on: civilDate(on),
  until: civilDate(until),
  reasonsRequestedOn: reasonsRequestedOn === null ? null : civilDate(reasonsRequestedOn),
});

export const abandoned = (on: string, because: 'not_corrected' | 'not_paid'): ClockEvent => ({
  type: 'abandoned',
  on: civilDate(on),
  because,
});

export const feeNotified = (on: string, receivedOn?: string): ClockEvent => ({
  type: 'fee_notified',
  on: civilDate(on),
  receivedOn: receivedOn ? civilDate(receivedOn) : null,
});

type About = 'consultation_delivered' | 'opinion_received' | 'consultation_closed';

export const about = (type: About, on: string, id = 'a'): ClockEvent => ({ type, on: civilDate(on), id });

type Plain = 'corrected' | 'paid' | 'replied' | 'served' | 'withdrawn';

export const plain = (type: Plain, on: string): ClockEvent => ({ type, on: civilDate(on) as CivilDate });

const calendar = buildCalendar();

/** The clock at the end of a day. */
export const at = (asOf: string, events: readonly ClockEvent[], policy: Partial<ClockPolicy> = {}): Clock =>
  clock(events, calendar, civilDate(asOf), { ...defaultClockPolicy, ...policy });

/** What the clock finds out of order. */
export const codes = (
  asOf: string,
  events: readonly ClockEvent[],
  policy: Partial<ClockPolicy> = {},
): readonly IrregularityCode[] => at(asOf, events, policy).irregularities.map(({ code }) => code);

/** Due date, status and working days left of one of the clock's deadlines. */
export const deadline = (asOf: string, kind: DeadlineKind, events: readonly ClockEvent[]) => {
  const found = at(asOf, events).deadlines.find((candidate) => candidate.kind === kind);
  return found && [found.due, found.status, found.workingDaysLeft];
};

/** A letter to a third party on 4 March 2026, delivered on the 6th, answered on the 12th. */
export const consulted: readonly ClockEvent[] = [
  submitted('2026-03-02'),
  consultationStarted('2026-03-04'),
  about('consultation_delivered', '2026-03-06'),
  about('opinion_received', '2026-03-12'),
];
