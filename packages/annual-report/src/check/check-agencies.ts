import type { Report } from '../report.ts';
import { type AgencyFacts, factsOf } from './facts.ts';
import { orderFindings } from './order-findings.ts';
import { type CheckOptions, defaultCheckOptions, type Finding } from './rule.ts';
import { agenciesRules } from './rules.ts';
import { runRule } from './run-rules.ts';

export interface CheckAgenciesOptions extends CheckOptions {
  /** The agencies that should have reported; without the list nothing is missing. */
  readonly expected: readonly string[];
}

/**
 * Checks a parent's report against those of its children, and the children among each other.
 * `Evidence.report` is 0 for the parent and counts the children from 1.
 *
 * @returns only what lies between the reports; each report's own findings come from `checkReport`. Never throws.
 */
export const checkAgencies = (
  parent: Report,
  children: readonly Report[],
  options: Partial<CheckAgenciesOptions> = {},
): readonly Finding[] => {
  const { expected = [], ...rest } = options;
  const settled = { ...defaultCheckOptions, ...rest };
  const facts: AgencyFacts = {
    parent: { facts: factsOf(parent, settled), index: 0 },
    children: children.map((child, at) => ({ facts: factsOf(child, settled), index: at + 1 })),
    expected,
  };
  return orderFindings(agenciesRules.flatMap((rule) => runRule(rule, () => rule.checkAgencies(facts))));
};
