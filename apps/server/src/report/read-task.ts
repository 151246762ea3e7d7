import type {
  CheckOptions,
  Field,
  Finding,
  FindingFormat,
  Problem,
  Reading,
  Report,
  ReportComparison,
  ReportFormat,
} from '@gongkai/annual-report';
import type { WantedPicture } from '@gongkai/report-worker';

/** What the page asks of a worker thread, and what it answers, by kind. */
export interface ReadTasks {
  readonly unpack: {
    readonly asks: { readonly bytes: Uint8Array; readonly files: number; readonly megabytes: number };
    readonly answers: {
      /** Each file with its bytes, or why it has none. */
      readonly files: readonly (
        | { readonly name: string; readonly bytes: Uint8Array }
        | { readonly name: string; readonly problem: Problem }
      )[];
      /** Files past the limits, neither read nor named. */
      readonly leftOut: number;
      /** Why the archive could not be listed to its end. */
      readonly problem: Problem | null;
    };
  };
  readonly read: {
    readonly asks: { readonly bytes: Uint8Array; readonly name: string; readonly options: CheckOptions };
    /** `findings` in the order of `reading.reports`. */
    readonly answers: { readonly reading: Reading; readonly findings: readonly (readonly Finding[])[] };
  };
  readonly years: {
    readonly asks: { readonly reports: readonly Report[]; readonly options: CheckOptions };
    /** In the order of the reports given. */
    readonly answers: readonly (readonly Finding[])[];
  };
  readonly family: {
    readonly asks: {
      readonly parent: Report;
      readonly children: readonly Report[];
      readonly options: CheckOptions;
    };
    readonly answers: readonly Finding[];
  };
  readonly compare: {
    readonly asks: { readonly left: Report; readonly right: Report };
    readonly answers: ReportComparison;
  };
  readonly write: {
    readonly asks: { readonly report: Report; readonly format: ReportFormat };
    readonly answers: Uint8Array;
  };
  readonly writeFindings: {
    readonly asks: { readonly rows: readonly (readonly Field[])[]; readonly format: FindingFormat };
    readonly answers: Uint8Array;
  };
  readonly picture: {
    readonly asks: { readonly bytes: Uint8Array; readonly wanted: WantedPicture };
    readonly answers: Uint8Array;
  };
}

export type ReadKind = keyof ReadTasks;

/** A task as it travels: `kind` with what is asked. */
export type ReadTask = {
  readonly [Kind in ReadKind]: { readonly kind: Kind; readonly asks: ReadTasks[Kind]['asks'] };
}[ReadKind];
