import type { IntakeChannel, SubmitRequest, TakenStep } from '@gongkai/contract';
import type { CivilDate } from '@gongkai/statute';
import type { PlannedFile } from './planned-file.ts';

export type Part = 'applicant' | 'officer' | 'reviewer' | 'secrecy_reviewer' | 'disclosure_head';

/** What is known of a case only once it is there. */
export interface Known {
  /** Its consultations, in the order in which they were begun. */
  readonly consultations: readonly string[];
  /** The earlier application that this one repeats. */
  readonly earlier: string | null;
}

export interface PlannedAct {
  /** When it is entered. */
  readonly at: Date;
  readonly by: Part;
  readonly step: TakenStep;
  readonly input: (known: Known) => object;
}

/** An application of 云山区, from its submission on, as it will be entered. */
export interface PlannedCase {
  /** The key of the agency. */
  readonly agency: string;
  readonly at: Date;
  readonly channel: IntakeChannel;
  /** The day it arrived, where it was registered. */
  readonly on: CivilDate;
  readonly request: Omit<SubmitRequest, 'agencyId'>;
  /** Entered by the second officer, where the agency has two. */
  readonly bySecond: boolean;
  readonly acts: readonly PlannedAct[];
  readonly files: readonly PlannedFile[];
  /** What it shows to a visitor who follows it, where it is one of the examples: 待补正. */
  readonly example?: string;
  /** The planned case whose matter it repeats. */
  readonly repeats: PlannedCase | null;
}
