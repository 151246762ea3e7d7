import type { Report } from '../report.ts';
import { factsOf } from './facts.ts';
import { orderFindings } from './order-findings.ts';
import { type CheckOptions, defaultCheckOptions, type Finding } from './rule.ts';
import { reportRules } from './rules.ts';
import { appliesToYear, runRule } from './run-rules.ts';

/**
 * Checks one report against every rule that applies to its year and form.
 *
 * @returns findings by severity (error, warning, notice), then by position in the form; empty where nothing is
 *   wrong. Never throws.
 */
export const checkReport = (report: Report, options: Partial<CheckOptions> = {}): readonly Finding[] => {
  const facts = factsOf(report, { ...defaultCheckOptions, ...options });
  const forms = new Set(Object.values(report.tables).map(({ form }) => form));
  const findings: Finding[] = [];
  for (const rule of reportRules) {
    if (!appliesToYear(rule, report.year)) continue;
    if (rule.forms && !rule.forms.some((form) => forms.has(form))) continue;
    findings.push(...runRule(rule, () => rule.check(facts)));
  }
  return orderFindings(findings);
};
