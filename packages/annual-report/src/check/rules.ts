import { copiedText } from './agencies/copied-text.ts';
import { doubled } from './agencies/doubled.ts';
import { missing } from './agencies/missing.ts';
import { otherYear } from './agencies/other-year.ts';
import { parentAmongChildren } from './agencies/parent-among-children.ts';
import { sameFigures } from './agencies/same-figures.ts';
import { sum } from './agencies/sum.ts';
import { regulations } from './competence/regulations.ts';
import { contactMissing } from './dates/contact-missing.ts';
import { feeStatement } from './dates/fee-statement.ts';
import { period } from './dates/period.ts';
import { periodMissing } from './dates/period-missing.ts';
import { publishedBeforeEnd } from './dates/published-before-end.ts';
import { publishedInFuture } from './dates/published-in-future.ts';
import { publishedLate } from './dates/published-late.ts';
import { publishedYear } from './dates/published-year.ts';
import { blankCells } from './form/blank-cells.ts';
import { feeUnit } from './form/fee-unit.ts';
import { fraction } from './form/fraction.ts';
import { hybridForm } from './form/hybrid-form.ts';
import { leadingZero } from './form/leading-zero.ts';
import { magnitude } from './form/magnitude.ts';
import { markInCell } from './form/mark-in-cell.ts';
import { negative } from './form/negative.ts';
import { prescribedForm } from './form/prescribed-form.ts';
import { remarkInCell } from './form/remark-in-cell.ts';
import { rowMisnamed } from './form/row-misnamed.ts';
import { rowMissing } from './form/row-missing.ts';
import { rowOrder } from './form/row-order.ts';
import { sectionEmpty } from './form/section-empty.ts';
import { sectionMissing } from './form/section-missing.ts';
import { sectionOrder } from './form/section-order.ts';
import { sectionTitle } from './form/section-title.ts';
import { surplusFigure } from './form/surplus-figure.ts';
import { tableMissing } from './form/table-missing.ts';
import { unitInCell } from './form/unit-in-cell.ts';
import { wordInCell } from './form/word-in-cell.ts';
import type { NarrativeRule } from './narrative/rules/narrative-rule.ts';
import { narrativeRules } from './narrative/rules.ts';
import type { AgenciesRule, ReportRule, RuleHead, YearsRule } from './rule.ts';
import { disclosedWithinTotal } from './sums/disclosed-within-total.ts';
import { issuedWithinForce } from './sums/issued-within-force.ts';
import { previousPlusChange } from './sums/previous-plus-change.ts';
import { requestBalance } from './sums/request-balance.ts';
import { requestOutcomes } from './sums/request-outcomes.ts';
import { requestRow } from './sums/request-row.ts';
import { reviewRow } from './sums/review-row.ts';
import { carriedOver } from './years/carried-over.ts';
import { inForce } from './years/in-force.ts';
import { magnitudeJump } from './years/magnitude-jump.ts';
import { otherAgencyName } from './years/other-agency-name.ts';
import { pendingCases } from './years/pending-cases.ts';
import { planYear } from './years/plan-year.ts';
import { previousItems } from './years/previous-items.ts';
import { repeatedText } from './years/repeated-text.ts';
import { sameFigures as sameFiguresAsLastYear } from './years/same-figures.ts';
import { sameYearTwice } from './years/same-year-twice.ts';
import { staleYear } from './years/stale-year.ts';

/** The narrative's rules look at what the text claims; the claims are read once a report. */
const onClaims = (rule: NarrativeRule): ReportRule => ({
  ...rule,
  check: ({ report, claims }) => rule.check(report, claims),
});

/** Every rule that looks at one report, in the order in which they are listed to people. */
export const reportRules: readonly ReportRule[] = [
  requestBalance,
  requestOutcomes,
  requestRow,
  reviewRow,
  previousPlusChange,
  disclosedWithinTotal,
  issuedWithinForce,
  tableMissing,
  rowMissing,
  rowOrder,
  prescribedForm,
  hybridForm,
  sectionMissing,
  sectionOrder,
  sectionTitle,
  sectionEmpty,
  blankCells,
  markInCell,
  wordInCell,
  unitInCell,
  remarkInCell,
  negative,
  fraction,
  leadingZero,
  magnitude,
  feeUnit,
  rowMisnamed,
  surplusFigure,
  ...narrativeRules.map(onClaims),
  otherAgencyName,
  staleYear,
  planYear,
  regulations,
  publishedBeforeEnd,
  publishedLate,
  publishedYear,
  publishedInFuture,
  period,
  periodMissing,
  contactMissing,
  feeStatement,
];

/** Rules over several years of one agency. */
export const yearsRules: readonly YearsRule[] = [
  sameYearTwice,
  carriedOver,
  inForce,
  previousItems,
  pendingCases,
  magnitudeJump,
  sameFiguresAsLastYear,
  repeatedText,
];

/** Rules over a parent and its children. */
export const agenciesRules: readonly AgenciesRule[] = [
  sum,
  missing,
  doubled,
  otherYear,
  parentAmongChildren,
  sameFigures,
  copiedText,
];

/** All rules there are. */
export const rules: readonly RuleHead[] = [...reportRules, ...yearsRules, ...agenciesRules];
