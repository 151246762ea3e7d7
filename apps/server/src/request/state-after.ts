import type { IntakeChannel, RequestState } from '@gongkai/contract';
import type { Step } from './step.ts';
import { stepTable } from './step-table.ts';

// 条例第三十一条第（一）项、第（二）项: received at once, nothing is left to confirm.
const receivedAtOnce: ReadonlySet<IntakeChannel> = new Set(['in_person', 'oral', 'signed_post']);

/** The state that a step leads to. */
export const stateAfter = (step: Step, before: RequestState): RequestState =>
  step.step === 'submit'
    ? receivedAtOnce.has(step.facts.channel)
      ? 'handling'
      : 'awaiting_confirmation'
    : (stepTable[step.step].to ?? before);
