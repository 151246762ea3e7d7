import type { Report } from '../../../report.ts';
import type { FindingDraft, RuleHead } from '../../rule.ts';
import type { Claim } from '../claim.ts';

/** A rule about the narrative: it looks at what the text claims, and at the tables. Never throws. */
export interface NarrativeRule extends RuleHead {
  readonly family: 'narrative';
  readonly check: (report: Report, claims: readonly Claim[]) => Iterable<FindingDraft>;
}

/** Why the text must agree with the tables: the same sentence serves all rules that compare them. */
export const sameFigures =
  '国办公开办函〔2019〕60号、〔2021〕30号所附格式：正文与统计表报告的是同一年度的同一工作，数字应当一致。';
