import type { Finding, FindingDraft, RuleHead } from './rule.ts';

const complete = (head: RuleHead, draft: FindingDraft): Finding => ({
  ...draft,
  rule: head.id,
  severity: draft.severity ?? head.severity,
  cells: draft.cells ?? [],
  places: draft.places ?? [],
  expected: draft.expected ?? null,
  found: draft.found ?? null,
});

/**
 * Collects what a rule yields. A rule that throws is a fault of ours, never of the report: it is named in a
 * notice, so that nobody takes silence for a pass, and the other rules go on.
 */
export const runRule = (head: RuleHead, run: () => Iterable<FindingDraft>): readonly Finding[] => {
  const findings: Finding[] = [];
  try {
    for (const draft of run()) findings.push(complete(head, draft));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `“${head.title}”这一项没有检查完：程序出错（${reason}）。`;
    findings.push(complete(head, { message, severity: 'notice' }));
  }
  return findings;
};

/** Whether a rule applies to a report of this year; a report without a year is checked by all. */
export const appliesToYear = ({ years }: RuleHead, year: number | null): boolean => {
  if (!years) return true;
  if (year === null) return true;
  return year >= years[0] && (years[1] === null || year <= years[1]);
};
