import type { RequestState, SecrecyConclusion } from '@gongkai/contract';
import type { CivilDate, ConsultedParty, OutcomeId, ThirdPartyAnswer } from '@gongkai/statute';
import { stateAfter } from './state-after.ts';
import type { Step, StepFacts } from './step.ts';

export interface Consultation {
  readonly id: string;
  readonly party: ConsultedParty;
  readonly label: string;
  readonly sentOn: CivilDate;
  readonly deliveredOn: CivilDate | null;
  readonly answer: ThirdPartyAnswer | null;
  readonly closedOn: CivilDate | null;
}

/** 条例第三十三条第二款: proposed by the officer, approved by the head, told to the applicant. */
export interface Extension {
  readonly stage: 'proposed' | 'approved' | 'notified';
  readonly workingDays: number;
  readonly approvedOn: CivilDate | null;
}

/** A decision on its way: who drafted it and who has passed it so far. */
export interface Decision {
  readonly outcome: OutcomeId;
  readonly draftedBy: string | null;
  readonly passedBy: readonly (string | null)[];
  readonly secrecy: SecrecyConclusion | null;
  readonly earlierRequestId: string | null;
  readonly documentNumber: string | null;
}

/** 信息处理费: told, agreed to, paid or taken back. */
export interface Fee extends Pick<StepFacts['issue_fee_notice'], 'scheme' | 'quantity' | 'amount'> {
  readonly on: CivilDate;
  readonly receivedOn: CivilDate | null;
  readonly agreedOn: CivilDate | null;
  readonly paidOn: CivilDate | null;
  readonly stage: 'asked' | 'paid' | 'waived';
}

/** Where an application stands, read from what was done with it. */
export interface Facts {
  readonly state: RequestState;
  readonly submittedOn: CivilDate;
  /** When its state, or its period, was last changed; what moves it on can't have happened before. */
  readonly since: CivilDate;
  readonly correction: { readonly on: CivilDate; readonly receivedOn: CivilDate | null } | null;
  readonly corrected: boolean;
  readonly consultations: readonly Consultation[];
  readonly searches: number;
  readonly extension: Extension | null;
  readonly fee: Fee | null;
  readonly reasonsAskedOn: CivilDate | null;
  readonly reasonsGivenOn: CivilDate | null;
  readonly decision: Decision | null;
  /** The one outcome (办理结果); null until the application is over. */
  readonly outcome: OutcomeId | null;
  readonly servedOn: CivilDate | null;
  /** How the applicant rated the service, 1 to 5. */
  readonly rating: number | null;
}

const start = (on: CivilDate): Facts => ({
  state: 'awaiting_confirmation',
  submittedOn: on,
  since: on,
  correction: null,
  corrected: false,
  consultations: [],
  searches: 0,
  extension: null,
  fee: null,
  reasonsAskedOn: null,
  reasonsGivenOn: null,
  decision: null,
  outcome: null,
  servedOn: null,
  rating: null,
});

const withConsultation = (facts: Facts, id: string, change: Partial<Consultation>): Partial<Facts> => ({
  consultations: facts.consultations.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

const passed = ({ decision }: Facts, by: string | null, change: Partial<Decision> = {}): Partial<Facts> =>
  decision ? { decision: { ...decision, ...change, passedBy: [...decision.passedBy, by] } } : {};

const newDecision = (
  draftedBy: string | null,
  {
    outcome,
    earlierRequestId,
    documentNumber = null,
  }: Pick<Decision, 'outcome' | 'earlierRequestId'> & Partial<Pick<Decision, 'documentNumber'>>,
): Decision => ({ outcome, earlierRequestId, draftedBy, passedBy: [], secrecy: null, documentNumber });

const newFee = (on: CivilDate, { scheme, quantity, amount }: StepFacts['issue_fee_notice']): Fee => ({
  scheme,
  quantity,
  amount,
  on,
  receivedOn: null,
  agreedOn: null,
  paidOn: null,
  stage: 'asked',
});

/** What a step changes besides the state. */
const changeOf = (facts: Facts, { on, personId, ...done }: Step): Partial<Facts> => {
  switch (done.step) {
    case 'ask_for_correction':
      return { correction: { on, receivedOn: null } };
    case 'record_notice_received':
      return done.facts.notice === 'correction'
        ? { correction: facts.correction && { ...facts.correction, receivedOn: on } }
        : { fee: facts.fee && { ...facts.fee, receivedOn: on } };
    // 条例第三十条: the whole period begins again; an extension belongs to the one before.
    case 'receive_correction':
      return { corrected: true, extension: null };
    case 'record_payment':
      return { fee: facts.fee && { ...facts.fee, stage: 'paid', paidOn: on }, extension: null };
    case 'waive_fee':
      return { fee: facts.fee && { ...facts.fee, stage: 'waived' } };
    case 'record_search':
      return { searches: facts.searches + 1 };
    case 'consult': {
      const { consultationId: id, party, label } = done.facts;
      const sent = { id, party, label, sentOn: on, deliveredOn: null, answer: null, closedOn: null };
      return { consultations: [...facts.consultations, sent] };
    }
    case 'record_consultation_delivery':
      return withConsultation(facts, done.facts.consultationId, { deliveredOn: on });
    case 'record_opinion':
      return withConsultation(facts, done.facts.consultationId, { answer: done.facts.answer });
    case 'close_consultation':
      return withConsultation(facts, done.facts.consultationId, { closedOn: on });
    case 'propose_extension':
      return { extension: { stage: 'proposed', workingDays: done.facts.workingDays, approvedOn: null } };
    case 'approve_extension':
      return { extension: facts.extension && { ...facts.extension, stage: 'approved', approvedOn: on } };
    case 'refuse_extension':
      return { extension: null };
    case 'notify_extension':
      return { extension: facts.extension && { ...facts.extension, stage: 'notified' } };
    case 'issue_fee_notice':
      return { fee: newFee(on, done.facts) };
    case 'agree_to_fee':
      return { fee: facts.fee && { ...facts.fee, agreedOn: on } };
    case 'ask_for_reasons':
      return { reasonsAskedOn: facts.reasonsAskedOn ?? on };
    case 'record_reasons':
      return { reasonsGivenOn: facts.reasonsGivenOn ?? on };
    case 'draft_decision':
      return { decision: newDecision(personId, done.facts) };
    case 'answer_on_the_spot': {
      const decision = newDecision(personId, done.facts);
      return { decision, outcome: decision.outcome };
    }
    case 'review':
    case 'approve':
      return passed(facts, personId);
    case 'review_secrecy':
      return passed(facts, personId, { secrecy: done.facts.conclusion });
    case 'send_back':
      return { decision: null };
    case 'sign':
      return { decision: facts.decision && { ...facts.decision, documentNumber: done.facts.documentNumber } };
    case 'deliver':
      return { outcome: facts.decision?.outcome ?? null };
    case 'record_service':
      return { servedOn: on };
    case 'close_uncorrected':
      return { outcome: 'closed_not_corrected', decision: null };
    case 'close_unpaid':
      return { outcome: 'closed_fee_unpaid', decision: null };
    // A draft that was under way is no decision any more.
    case 'withdraw':
      return { outcome: 'withdrawn', decision: null };
    case 'rate_service':
      return { rating: done.facts.score };
    default:
      return {};
  }
};

const movesPeriod: ReadonlySet<Step['step']> = new Set(['notify_extension', 'set_delay']);

/** Reads the facts from the steps, in the order in which they were entered. Pure. */
export const readFacts = (steps: readonly Step[]): Facts => {
  const [first, ...others] = steps;
  if (first?.step !== 'submit') throw new Error('the first step of an application is its submission');
  let facts: Facts = { ...start(first.on), state: stateAfter(first, 'awaiting_confirmation') };
  for (const step of others) {
    const state = stateAfter(step, facts.state);
    facts = {
      ...facts,
      ...changeOf(facts, step),
      state,
      since: state === facts.state && !movesPeriod.has(step.step) ? facts.since : step.on,
    };
  }
  return facts;
};
