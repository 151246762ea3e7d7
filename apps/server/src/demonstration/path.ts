import type { IntakeChannel, ProvisionWay } from '@gongkai/contract';
import type { OutcomeId } from '@gongkai/statute';

/** How a case goes, apart from how fast. */
export interface Path {
  readonly outcome: OutcomeId;
  /** What is told and asked, in the words of the applicant. */
  readonly matter: string;
  readonly channel: IntakeChannel;
  readonly way: ProvisionWay;
  readonly correction?: 'answered' | 'silent' | undefined;
  readonly consult?: 'consents' | 'objectsWithReason' | 'objects' | 'silent' | 'organ' | 'joint' | undefined;
  readonly extension?: 10 | 15 | 20 | 'refused' | undefined;
  readonly fee?: 'paid' | 'unpaid' | 'waived' | undefined;
  readonly reasons?: 'asked' | 'delayed' | undefined;
  readonly isSentBack?: boolean;
  /** Working days that are lost before the reply is drafted: the reply comes late. */
  readonly lost?: number;
  /** What was searched, and how, is noted whatever comes of it. */
  readonly isSearched?: boolean;
  /** Answered at once, at the counter (条例第三十三条第一款). */
  readonly isOnTheSpot?: boolean;
  /** The proof of identity comes after the application. */
  readonly bringsProof?: boolean;
}
