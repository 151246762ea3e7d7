import type { RequestCase, RequestState, TakenStep } from '@gongkai/contract';

/** A step as the server offers it. */
export type StepChoice = RequestCase['steps'][number];

/** What follows, and on which article. */
export const withArticle = ({ consequence, article }: Pick<StepChoice, 'consequence' | 'article'>): string =>
  article === null ? consequence : `${consequence.replace(/。$/, '')}（${article}）。`;

/** What belongs together, in the order in which an application goes through it. */
export const stepGroups: readonly { readonly name: string; readonly steps: readonly TakenStep[] }[] = [
  {
    name: '办理',
    steps: [
      'confirm_receipt',
      'answer_on_the_spot',
      'ask_for_correction',
      'record_notice_received',
      'receive_correction',
      'receive_material',
      'record_search',
      'ask_for_reasons',
      'record_reasons',
    ],
  },
  {
    name: '征求意见',
    steps: ['consult', 'record_consultation_delivery', 'record_opinion', 'close_consultation', 'send_letter'],
  },
  {
    name: '期限',
    steps: ['propose_extension', 'approve_extension', 'refuse_extension', 'notify_extension', 'set_delay'],
  },
  { name: '收费', steps: ['issue_fee_notice', 'agree_to_fee', 'record_payment', 'waive_fee'] },
  { name: '决定', steps: ['draft_decision', 'review', 'review_secrecy', 'approve', 'send_back', 'sign'] },
  {
    name: '送达与归档',
    steps: [
      'deliver',
      'record_service',
      'rate_service',
      'close_uncorrected',
      'close_unpaid',
      'withdraw',
      'archive',
    ],
  },
];

/** What is done next in a state; of these the first that is allowed is the main button. */
const nextByState: Readonly<Record<RequestState, readonly TakenStep[]>> = {
  awaiting_confirmation: ['confirm_receipt'],
  handling: [
    'approve_extension',
    'notify_extension',
    'record_consultation_delivery',
    'record_opinion',
    'record_search',
    'draft_decision',
  ],
  awaiting_correction: ['close_uncorrected', 'record_notice_received', 'receive_correction'],
  awaiting_payment: ['close_unpaid', 'record_notice_received', 'record_payment'],
  in_review: ['review'],
  in_secrecy_review: ['review_secrecy'],
  awaiting_approval: ['approve'],
  approved: ['sign'],
  signed: ['deliver'],
  delivered: ['record_service', 'archive'],
  abandoned: ['archive'],
  withdrawn: ['archive'],
  archived: [],
};

/** The step to take now; a search that was made once isn't asked for again. */
export const mainStep = ({
  state,
  steps,
  timeline,
}: Pick<RequestCase, 'state' | 'steps' | 'timeline'>): StepChoice | undefined => {
  const wasSearched = timeline.some(({ step }) => step === 'record_search');
  return nextByState[state]
    .filter((name) => name !== 'record_search' || !wasSearched)
    .flatMap((name) => steps.find(({ step, allowed }) => allowed && step === name) ?? [])
    .at(0);
};
