import type { Citation } from '../citation/cite.ts';

/** A column of table 四: how a reconsideration or a suit ended. */
export type ReviewColumnId = 'upheld' | 'corrected' | 'other' | 'pending';

/** How a reconsideration or a suit really ended; the form's columns are coarser and nowhere defined. */
export interface ReviewResult {
  readonly id: string;
  readonly name: string;
  readonly kind: 'reconsideration' | 'litigation';
  readonly column: ReviewColumnId;
  readonly basis: Citation | null;
}

const reconsideration = <const Id extends string>(
  id: Id,
  name: string,
  column: ReviewColumnId,
  article: number | null,
) => ({
  id,
  name,
  kind: 'reconsideration' as const,
  column,
  basis: article === null ? null : ({ instrument: 'reconsiderationLaw2023', article } as const),
});

const litigation = <const Id extends string>(id: Id, name: string, column: ReviewColumnId) => ({
  id,
  name,
  kind: 'litigation' as const,
  column,
  basis: null,
});

/** The column of each result is drawn from the law's own words; an agency's statistics may show each by itself. */
export const reviewResults = [
  reconsideration('reconsideration_upheld', '维持', 'upheld', 68),
  reconsideration('reconsideration_claim_rejected', '驳回行政复议请求', 'upheld', 69),
  reconsideration('reconsideration_changed', '变更', 'corrected', 63),
  reconsideration('reconsideration_revoked', '撤销', 'corrected', 64),
  reconsideration('reconsideration_unlawful', '确认违法', 'corrected', 65),
  reconsideration('reconsideration_must_act', '责令履行', 'corrected', 66),
  reconsideration('reconsideration_void', '确认无效', 'corrected', 67),
  reconsideration('reconsideration_not_accepted', '不予受理', 'other', 30),
  reconsideration('reconsideration_dismissed', '驳回行政复议申请', 'other', 33),
  reconsideration('reconsideration_ended', '终止（含撤回申请）', 'other', 41),
  reconsideration('reconsideration_mediated', '调解或者和解', 'other', null),
  reconsideration('reconsideration_pending', '尚未审结', 'pending', null),
  litigation('litigation_claim_rejected', '驳回诉讼请求', 'upheld'),
  litigation('litigation_revoked', '撤销', 'corrected'),
  litigation('litigation_changed', '变更', 'corrected'),
  litigation('litigation_unlawful', '确认违法', 'corrected'),
  litigation('litigation_must_act', '责令履行', 'corrected'),
  litigation('litigation_void', '确认无效', 'corrected'),
  litigation('litigation_not_filed', '不予立案', 'other'),
  litigation('litigation_dismissed', '驳回起诉', 'other'),
  litigation('litigation_withdrawn', '撤诉', 'other'),
  litigation('litigation_mediated', '调解', 'other'),
  litigation('litigation_pending', '尚未审结', 'pending'),
] as const satisfies readonly ReviewResult[];

export type ReviewResultId = (typeof reviewResults)[number]['id'];
