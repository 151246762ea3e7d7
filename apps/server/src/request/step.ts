import type { IntakeChannel, ProvisionWay, SecrecyConclusion, SentLetter, StepName } from '@gongkai/contract';
import type {
  CivilDate,
  ClockPolicy,
  ConsultedParty,
  ExemptionId,
  FeeScheme,
  OutcomeId,
  ThirdPartyAnswer,
} from '@gongkai/statute';

interface Consulted {
  readonly consultationId: string;
}

/** Present where whoever drafted the decision, or passed it before, passed it because nobody else could. */
interface Passed {
  readonly samePerson?: 'drafter' | 'passer';
}

/** What the record keeps of each step in clear: dates, numbers, ids and words of closed vocabularies. */
export interface StepFacts {
  /** `policy`: what the installation had set of the clock when it came, as far as it is not the default. */
  readonly submit: { readonly channel: IntakeChannel; readonly policy?: Partial<ClockPolicy> };
  readonly confirm_receipt: { readonly unreachable: boolean };
  readonly ask_for_correction: { readonly workingDays: number };
  readonly record_notice_received: { readonly notice: 'correction' | 'fee' };
  readonly receive_correction: object;
  readonly close_uncorrected: object;
  readonly record_search: object;
  /** `label`: 第三方之一, or the name of the agency asked. */
  readonly consult: Consulted & { readonly party: ConsultedParty; readonly label: string };
  readonly record_consultation_delivery: Consulted;
  readonly record_opinion: Consulted & { readonly answer: ThirdPartyAnswer };
  readonly close_consultation: Consulted;
  readonly propose_extension: { readonly workingDays: number };
  readonly approve_extension: object;
  readonly refuse_extension: object;
  readonly notify_extension: object;
  readonly issue_fee_notice: {
    readonly scheme: FeeScheme;
    readonly quantity: number;
    readonly before: number;
    /** Yuan, an exact decimal. */
    readonly amount: string;
  };
  readonly record_payment: object;
  readonly waive_fee: object;
  readonly close_unpaid: object;
  readonly ask_for_reasons: object;
  readonly record_reasons: object;
  readonly set_delay: { readonly until: CivilDate };
  readonly draft_decision: {
    readonly outcome: OutcomeId;
    readonly exemptions: readonly ExemptionId[];
    readonly earlierRequestId: string | null;
  };
  readonly review: Passed;
  readonly review_secrecy: Passed & { readonly conclusion: SecrecyConclusion };
  readonly approve: Passed;
  readonly send_back: object;
  readonly sign: { readonly documentNumber: string };
  readonly deliver: { readonly way: ProvisionWay };
  readonly record_service: object;
  readonly withdraw: object;
  readonly archive: object;
  readonly receive_material: object;
  readonly agree_to_fee: object;
  readonly rate_service: { readonly score: number };
  readonly answer_on_the_spot: {
    readonly outcome: OutcomeId;
    readonly way: ProvisionWay;
    readonly earlierRequestId: string | null;
    /** Null where the answer was given by word of mouth. */
    readonly documentNumber: string | null;
  };
  readonly send_letter: { readonly template: SentLetter; readonly consultationId: string | null };
}

/** One thing that was done with an application, as its record keeps it. */
export type Step = {
  readonly [S in StepName]: {
    readonly step: S;
    /** 1, 2, 3 … in the order in which they were entered. */
    readonly position: number;
    /** When it happened, which may be before it was entered. */
    readonly on: CivilDate;
    /** Who entered it; null for applicants and jobs. */
    readonly personId: string | null;
    readonly facts: StepFacts[S];
  };
}[StepName];
