import type { Report } from '../report.ts';
import { describeAgency } from './agency-kind.ts';
import { isSameAgency, settle } from './same-agency.ts';

/** All that grouping looks at. */
type Named = Pick<Report, 'agency' | 'year'>;

/** Reports of one agency, by year; reports without a year come last. */
export interface ReportGroup<Item extends Named = Report> {
  /** The fullest name found; null for a report that names no agency. */
  readonly agency: string | null;
  readonly reports: readonly Item[];
}

const byYear = (a: Named, b: Named): number => (a.year ?? Infinity) - (b.year ?? Infinity) || 0;

/** Names that may be one agency end alike (`isSameAgency`); only those are compared with each other. */
const ending = (name: string): string => settle(describeAgency(name)).slice(-2);

const alike = (names: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const byEnding = new Map<string, string[]>();
  for (const name of names) {
    const list = byEnding.get(ending(name));
    if (list) list.push(name);
    else byEnding.set(ending(name), [name]);
  }
  return byEnding;
};

/**
 * Finds out which reports are of one agency over the years, whatever short name each uses. A short name
 * (生态环境局) that fits several agencies stays by itself, and so does a report that names none.
 *
 * @returns groups in the order of their first report.
 */
export const groupReports = <Item extends Named>(reports: readonly Item[]): readonly ReportGroup<Item>[] => {
  const named = [...new Set(reports.flatMap(({ agency }) => (agency ? [agency] : [])))];
  const candidates = alike(named);
  const fullest = new Map<string, string>();
  for (const name of named) {
    const longer = (candidates.get(ending(name)) ?? []).filter(
      (other) => other.length > name.length && isSameAgency(name, other),
    );
    // Of nested names (生态环境局, 市生态环境局, 海东市生态环境局) the longest one stands for all, if it is the only line.
    const longest = [...longer].sort((a, b) => b.length - a.length)[0];
    const oneLine =
      longest !== undefined && longer.every((other) => other === longest || isSameAgency(other, longest));
    fullest.set(name, oneLine ? longest : name);
  }
  const groups = new Map<string | Item, Item[]>();
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
