import type { CheckAgenciesOptions, CheckOptions, Field } from '@gongkai/annual-report';
import type { Input } from './input.ts';

/** How results are wanted: JSON lines, CSV rows, rows for a spreadsheet, or text for a person. */
export type Output =
  | { readonly kind: 'json' }
  | { readonly kind: 'csv' }
  | { readonly kind: 'rows' }
  | { readonly kind: 'text'; readonly color: boolean; readonly width: number };

/** What a worker thread is asked to do. It reads the files itself, so that only results travel. */
export type FileTask =
  | { readonly command: 'read'; readonly input: Input; readonly output: Output }
  | {
      readonly command: 'check';
      readonly input: Input;
      readonly output: Output;
      readonly options: CheckOptions;
    }
  /** Reports of one agency: each checked by itself, then over the years. */
  | {
      readonly command: 'years';
      readonly inputs: readonly Input[];
      readonly output: Output;
      readonly options: CheckOptions;
    }
  /** A parent's report and its children's. */
  | {
      readonly command: 'family';
      readonly parent: Input;
      readonly children: readonly Input[];
      readonly output: Output;
      /** With the agencies that should have reported, where they are known. */
      readonly options: CheckAgenciesOptions;
    };

export type Row = readonly Field[];

/** What came of one file (or, for several together, of each of them). */
export interface FileResult {
  /** The file's name, as `Input.name`. */
  readonly file: string;
  /** To be printed as it is; lines end with a line feed. */
  readonly text: string;
  readonly rows: readonly Row[];
  /** False where no report could be read from it. */
  readonly readable: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  /** The reports in it, by which the reports of one agency are found again. */
  readonly reports: readonly { readonly agency: string | null; readonly year: number | null }[];
}
