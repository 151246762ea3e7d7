import type { Report } from '../report.ts';
import { checkYears } from './check-years.ts';
import { groupReports } from './group-reports.ts';
import type { CheckOptions, Finding } from './rule.ts';

/** Two or more reports of one agency, as positions in the list they came from, oldest first. */
export type Series = readonly number[];

/** Which of many reports are of one agency; several for one year are a series too, since one of them is too many. */
export const findSeries = (reports: readonly Pick<Report, 'agency' | 'year'>[]): readonly Series[] =>
  groupReports(reports.map(({ agency, year }, index) => ({ agency, year, index })))
    .filter(({ agency, reports: members }) => agency !== null && members.length > 1)
    .map(({ reports: members }) => members.map(({ index }) => index));

/**
 * Checks every series among the reports over its years. A finding belongs to the latest report that it
 * names; `Evidence.report` counts in the order given.
 *
 * @returns for each report, what was found with it; empty lists for those of no series.
 */
export const checkSeries = (
  reports: readonly Report[],
  options: Partial<CheckOptions> = {},
): readonly (readonly Finding[])[] => {
  const found: Finding[][] = reports.map(() => []);
  for (const series of findSeries(reports)) {
    const members = series.map((index) => reports[index] as Report);
    for (const finding of checkYears(members, options)) {
      const named = finding.places.flatMap(({ report }) => (report === undefined ? [] : [report]));
      // Members stand in the order of their years, so the greatest position is the latest.
      const subject = series[Math.max(...(named.length > 0 ? named : [series.length - 1]))] as number;
      const places = finding.places.map((evidence) =>
        evidence.report === undefined ? evidence : { ...evidence, report: series[evidence.report] as number },
      );
      found[subject]?.push({ ...finding, places });
    }
  }
  return found;
};
