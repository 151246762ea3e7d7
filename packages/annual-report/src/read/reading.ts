import type { Problem } from '../problem.ts';
import type { Report } from '../report.ts';
import type { SourceFormat } from './source.ts';

/** What came out of one file. */
export interface Reading {
  readonly format: SourceFormat | null;
  /** Usually one; several where a collection was split; none where the file could not be read as a report. */
  readonly reports: readonly Report[];
  /** What concerns the file as a whole. */
  readonly problems: readonly Problem[];
}
