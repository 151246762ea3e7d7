import type { Report } from '../report.ts';
import { factsOf, type PlacedReport, type YearFacts } from './facts.ts';
import { orderFindings } from './order-findings.ts';
import { type CheckOptions, defaultCheckOptions, type Finding } from './rule.ts';
import { yearsRules } from './rules.ts';
import { runRule } from './run-rules.ts';

type Dated = PlacedReport & { readonly year: number };

const yearFacts = (reports: readonly Report[], options: CheckOptions): YearFacts => {
  const dated = reports
    .flatMap((report, index): readonly Dated[] =>
      report.year === null ? [] : [{ facts: factsOf(report, options), index, year: report.year }],
    )
    .sort((a, b) => a.year - b.year || a.index - b.index);
  const unique = dated.filter((report, at) => report.year !== dated[at - 1]?.year);
  return {
    reports: unique,
    surplus: dated.filter((report) => !unique.includes(report)),
    pairs: unique.flatMap((after, at) => {
      const before = unique[at - 1];
      return before?.year === after.year - 1 ? [{ year: after.year, before, after }] : [];
    }),
  };
};

/**
 * Checks several reports of one agency against each other: any order, gaps allowed (only years that follow
 * directly are compared). Reports without a year are passed over. `Evidence.report` counts in the order given.
 *
 * @returns only what lies between the reports; each report's own findings come from `checkReport`. Never throws.
 */
export const checkYears = (
  reports: readonly Report[],
  options: Partial<CheckOptions> = {},
): readonly Finding[] => {
  const facts = yearFacts(reports, { ...defaultCheckOptions, ...options });
  return orderFindings(yearsRules.flatMap((rule) => runRule(rule, () => rule.checkYears(facts))));
};
