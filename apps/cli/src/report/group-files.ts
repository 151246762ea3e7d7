import { findSeries } from '@gongkai/annual-report';

/** A report that was read, and the file (by its position) that it stands in. */
export interface FiledReport {
  readonly agency: string | null;
  readonly year: number | null;
  readonly file: number;
}

/** Files that hold one agency's reports of several years; two or more a group, each file in one group only. */
export const groupFiles = (reports: readonly FiledReport[]): readonly (readonly number[])[] => {
  const groupOf = new Map<number, Set<number>>();
  for (const series of findSeries(reports)) {
    const files = new Set(series.map((index) => (reports[index] as FiledReport).file));
    // A file with several agencies' reports ties their groups into one.
    for (const file of [...files]) for (const other of groupOf.get(file) ?? []) files.add(other);
    if (files.size > 1) for (const file of files) groupOf.set(file, files);
  }
  return [...new Set(groupOf.values())].map((files) => [...files].sort((left, right) => left - right));
};
