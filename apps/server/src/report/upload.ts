import { randomUUID } from 'node:crypto';
import type { CheckOptions, Finding, Problem, Reading, Report, Series } from '@gongkai/annual-report';

/** A file that somebody handed in (or one out of a ZIP), and what became of it. */
export interface UploadedFile {
  readonly name: string;
  state: 'waiting' | 'done';
  /** What reading it gave; null until then, and for a file that could not be read at all. */
  reading: Reading | null;
  problems: readonly Problem[];
  /** Kept for PDFs and picture files only: their pages are shown with the place of a figure marked. */
  bytes: Uint8Array | null;
}

/** A report of an upload with all that was found in it. */
export interface ExaminedReport {
  readonly file: UploadedFile;
  readonly report: Report;
  /** By itself, then over the years. */
  readonly findings: readonly Finding[];
}

/** Everything of one upload; it lives in memory until it expires. */
export interface Upload {
  readonly options: CheckOptions;
  files: UploadedFile[];
  /** In the order of the files; complete once `done`. */
  reports: ExaminedReport[];
  /** Positions in `reports`. */
  series: readonly Series[];
  /** The years of an agency could not be checked against each other. */
  seriesFailed: boolean;
  done: boolean;
  /** Under which its tasks get their fair share of the threads. */
  readonly lane: string;
  /** Stops what is still being read, when the upload is forgotten. */
  readonly stop: AbortController;
}

export const createUpload = (files: UploadedFile[], options: CheckOptions): Upload => ({
  options,
  files,
  reports: [],
  series: [],
  seriesFailed: false,
  done: false,
  lane: randomUUID(),
  stop: new AbortController(),
});

export const waitingFile = (name: string): UploadedFile => ({
  name,
  state: 'waiting',
  reading: null,
  problems: [],
  bytes: null,
});

/** Files of which something is to be said and that gave no report. */
export const unreadFiles = ({ files, reports }: Upload): readonly UploadedFile[] => {
  const read = new Set(reports.map(({ file }) => file));
  return files.filter((file) => file.problems.length > 0 && !read.has(file));
};
