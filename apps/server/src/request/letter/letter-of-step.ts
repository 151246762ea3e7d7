import type { LetterTemplateId, StepInput, TakenStep } from '@gongkai/contract';
import { getOutcome } from '@gongkai/statute';

type Given<S extends TakenStep> = Partial<StepInput<S>>;

const consultations = {
  third_party: 'third_party_consultation',
  joint_maker: 'joint_maker_consultation',
  other_organ: 'other_agency_consultation',
} as const;

/** Which letter (文书) a step makes; null while what it hangs on is not chosen yet. */
const letterOf: { readonly [S in TakenStep]?: (given: Given<S>) => LetterTemplateId | null } = {
  ask_for_correction: () => 'correction_notice',
  consult: ({ party }) => (party ? consultations[party] : null),
  notify_extension: () => 'extension_notice',
  issue_fee_notice: () => 'fee_notice',
  ask_for_reasons: () => 'reasons_request',
  set_delay: () => 'delay_notice',
  draft_decision: ({ outcome }) => (outcome ? getOutcome(outcome).template : null),
  answer_on_the_spot: ({ outcome }) => (outcome ? getOutcome(outcome).template : null),
  close_uncorrected: () => 'reply.not_corrected',
  close_unpaid: () => 'reply.fee_unpaid',
  send_letter: ({ template }) => template ?? null,
};

/** The letter of a step as far as it is filled in; null where it makes none. */
export const letterOfStep = (step: TakenStep, given: Readonly<Record<string, unknown>>) =>
  (letterOf[step] as ((given: unknown) => LetterTemplateId | null) | undefined)?.(given) ?? null;
