import { type Counts, countFindings } from './show-words.ts';
import type { ExaminedReport, Upload } from './upload.ts';

/** Which reports of a list are shown. */
export const filters = ['all', 'errors', 'warnings', 'clean'] as const;

export type Filter = (typeof filters)[number];

/** The worst first, as they were handed in, or by name. */
export const orders = ['worst', 'file', 'name'] as const;

export type Order = (typeof orders)[number];

/** A report with its place in the upload, which is its address. */
export interface ListedReport {
  readonly index: number;
  readonly examined: ExaminedReport;
  readonly counts: Counts;
}

const belongs: Readonly<Record<Filter, (counts: Counts) => boolean>> = {
  all: () => true,
  errors: ({ error }) => error > 0,
  warnings: ({ error, warning }) => error === 0 && warning > 0,
  clean: ({ error, warning }) => error === 0 && warning === 0,
};

const names = new Intl.Collator('zh-CN');

const compareBy: Readonly<Record<Order, (a: ListedReport, b: ListedReport) => number>> = {
  worst: ({ counts: a }, { counts: b }) => b.error - a.error || b.warning - a.warning || b.notice - a.notice,
  file: (a, b) => a.index - b.index,
  name: ({ examined: a }, { examined: b }) =>
    names.compare(a.report.agency ?? '', b.report.agency ?? '') ||
    (a.report.year ?? 0) - (b.report.year ?? 0),
};

export const listedReports = ({ reports }: Upload): readonly ListedReport[] =>
  reports.map((examined, index) => ({ index, examined, counts: countFindings(examined.findings) }));

export const filterReports = (reports: readonly ListedReport[], filter: Filter): readonly ListedReport[] =>
  reports.filter(({ counts }) => belongs[filter](counts));

/** Stable: equals stay as they were handed in. */
export const orderReports = (reports: readonly ListedReport[], order: Order): readonly ListedReport[] =>
  [...reports].sort(compareBy[order]);
