import type { Report } from '../report.ts';
import { isSameAgency } from './same-agency.ts';

/** Reports of one agency, by year; reports without a year come last. */
export interface ReportGroup {
  /** The fullest name found; null for a report that names no agency. */
  readonly agency: string | null;
  readonly reports: readonly Report[];
}

const byYear = (a: Report, b: Report): number => (a.year ?? Infinity) - (b.year ?? Infinity) || 0;

/**
 * Finds out which reports are of one agency over the years, whatever short name each uses. A short name
 * (生态环境局) that fits several agencies stays by itself, and so does a report that names none.
 *
 * @returns groups in the order of their first report.
 */
export const groupReports = (reports: readonly Report[]): readonly ReportGroup[] => {
  const named = [...new Set(reports.flatMap(({ agency }) => (agency ? [agency] : [])))];
  const fullest = new Map<string, string>();
  for (const name of named) {
    const longer = named.filter((other) => other.length > name.length && isSameAgency(name, other));
    // Of nested names (生态环境局, 市生态环境局, 海东市生态环境局) the longest one stands for all, if it is the only line.
    const longest = [...longer].sort((a, b) => b.length - a.length)[0];
    const oneLine =
      longest !== undefined && longer.every((other) => other === longest || isSameAgency(other, longest));
    fullest.set(name, oneLine ? longest : name);
  }
  const groups = new Map<string | Report, Report[]>();
  for (const report of reports) {
    const key = report.agency ? (fullest.get(report.agency) ?? report.agency) : report;
    const list = groups.get(key);
    if (list) list.push(report);
    else groups.set(key, [report]);
  }
  return [...groups].map(([key, members]) => ({
    agency: typeof key === 'string' ? key : null,
    reports: members.sort(byYear),
  }));
};
