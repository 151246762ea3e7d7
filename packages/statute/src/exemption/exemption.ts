import type { Citation } from '../citation/cite.ts';
import type { OutcomeId } from '../outcome/outcomes.ts';

/** 不得/不予公开 or 可以不予公开: whether the agency has a choice. */
export type ExemptionForce = 'must' | 'may';

export interface ExemptionKind {
  readonly id: string;
  readonly name: string;
}

/** A ground on which government information is withheld (不予公开的情形), 条例第十四条至第十六条. */
export interface Exemption {
  readonly id: string;
  readonly name: string;
  readonly basis: Citation;
  /** The words of the regulation that make the ground. */
  readonly text: string;
  readonly force: ExemptionForce;
  /** One of these has to be named; empty where the ground has no kinds. */
  readonly kinds: readonly ExemptionKind[];
  /** A third party's interest: it has to be asked in writing, and its consent opens the information. */
  readonly thirdParty: boolean;
  /** Whether the public interest can open it all the same. */
  readonly publicInterestOverride: boolean;
  /** 法律、法规、规章规定应当公开的，从其规定. */
  readonly yieldsToLaw: boolean;
  /** How a request ends that is refused on this ground. */
  readonly outcome: OutcomeId;
}
