import type { IntakeChannel } from '@gongkai/contract';
import type { Channel, ClockEvent } from '@gongkai/statute';
import type { Step } from './step.ts';

/** What another agency passed on has to be confirmed with the applicant like post that reached the wrong unit. */
const clockChannel = (channel: IntakeChannel): Channel =>
  channel === 'other_agency' ? 'misdirected_mail' : channel;

/** When a notice was received, as far as that was entered after it was sent. */
const receivedAfter = (steps: readonly Step[], position: number, notice: 'correction' | 'fee') =>
  steps.find(
    (step) =>
      step.position > position && step.step === 'record_notice_received' && step.facts.notice === notice,
  )?.on ?? null;

/** The last of a kind of step before another. */
const lastBefore = <S extends Step['step']>(steps: readonly Step[], position: number, name: S) =>
  steps.findLast((step) => step.position < position && step.step === name) as
    | Extract<Step, { readonly step: S }>
    | undefined;

const eventsOf = (step: Step, steps: readonly Step[]): readonly ClockEvent[] => {
  const { on, position } = step;
  switch (step.step) {
    case 'submit':
      return [{ type: 'submitted', on, channel: clockChannel(step.facts.channel) }];
    case 'confirm_receipt':
      return [{ type: 'receipt_confirmed', on, unreachable: step.facts.unreachable }];
    case 'ask_for_correction': {
      const { workingDays } = step.facts;
      const receivedOn = receivedAfter(steps, position, 'correction');
      return [{ type: 'correction_requested', on, receivedOn, period: { workingDays } }];
    }
    case 'receive_correction':
      return [{ type: 'corrected', on }];
    case 'consult': {
      const { consultationId: id, party, label } = step.facts;
      return [{ type: 'consultation_started', on, id, party, name: label }];
    }
    case 'record_consultation_delivery':
      return [{ type: 'consultation_delivered', on, id: step.facts.consultationId }];
    case 'record_opinion':
      return [{ type: 'opinion_received', on, id: step.facts.consultationId }];
    case 'close_consultation':
      return [{ type: 'consultation_closed', on, id: step.facts.consultationId }];
    case 'notify_extension': {
      const approvedOn = lastBefore(steps, position, 'approve_extension')?.on ?? null;
      const workingDays = lastBefore(steps, position, 'propose_extension')?.facts.workingDays ?? 0;
      return [{ type: 'extended', on, approvedOn, workingDays }];
    }
    // A notice that was taken back never stopped the clock: nobody gains time by asking for what isn't owed.
    case 'issue_fee_notice':
      if (steps.some((other) => other.step === 'waive_fee' && other.position > position)) return [];
      return [{ type: 'fee_notified', on, receivedOn: receivedAfter(steps, position, 'fee') }];
    case 'record_payment':
      return [{ type: 'paid', on }];
    case 'set_delay': {
      const reasonsRequestedOn = lastBefore(steps, position, 'ask_for_reasons')?.on ?? null;
      return [{ type: 'delay_set', on, until: step.facts.until, reasonsRequestedOn }];
    }
    case 'deliver':
    case 'answer_on_the_spot':
      return [{ type: 'replied', on }];
    case 'record_service':
      return [{ type: 'served', on }];
    case 'close_uncorrected':
      return [{ type: 'abandoned', on, because: 'not_corrected' }];
    case 'close_unpaid':
      return [{ type: 'abandoned', on, because: 'not_paid' }];
    case 'withdraw':
      return [{ type: 'withdrawn', on }];
    default:
      return [];
  }
};

/** The clock's events, read from what was done with an application. Pure; see `clock` of the statute. */
export const clockEvents = (steps: readonly Step[]): readonly ClockEvent[] =>
  steps.flatMap((step) => eventsOf(step, steps));
