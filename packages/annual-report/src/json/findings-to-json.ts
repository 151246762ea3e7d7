import type { Explanation, Finding } from '../check/rule.ts';
import type { Problem } from '../problem.ts';
import type { Report } from '../report.ts';
import { exactNumber } from './exact-json.ts';

/**
 * What was found in a report as one line of JSON (docs/schemas/findings.schema.json), as
 * `gongkai report check --json` prints it.
 *
 * @param context.files where several reports were compared: their names, in the order that `Evidence.report` counts.
 * @param context.problems why a file could not be read, where it could not.
 */
export const findingsToJson = (
  file: string | null,
  report: Pick<Report, 'agency' | 'year'>,
  findings: readonly Finding[],
  {
    files,
    problems = [],
  }: { readonly files?: readonly string[]; readonly problems?: readonly Problem[] } = {},
): string =>
  JSON.stringify({
    file,
    agency: report.agency,
    year: report.year,
    files,
    problems: problems.length > 0 ? problems : undefined,
    findings: findings.map(
      ({ rule, severity, message, cells, places, expected, found, repair, explanations }) => ({
        rule,
        severity,
        message,
        cells,
        places,
        expected,
        found,
        repair: repair && explanationToJson(repair),
        explanations: explanations?.map(explanationToJson),
      }),
    ),
  });

const explanationToJson = ({ cell, found, value, relations, message, also }: Explanation) => ({
  cell,
  found: exactNumber(found),
  value: exactNumber(value),
  relations,
  message,
  also: also?.map((other) => ({
    cell: other.cell,
    found: exactNumber(other.found),
    value: exactNumber(other.value),
  })),
});
