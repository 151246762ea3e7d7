import type { CheckOptions, Finding, Reading, Report, ReportFormat } from '@gongkai/annual-report';
import type { WantedPicture } from '@gongkai/report-worker';

/** What the page asks of a worker thread. */
export type ReadTask =
  | {
      readonly kind: 'unpack';
      readonly bytes: Uint8Array;
      readonly files: number;
      readonly megabytes: number;
    }
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly options: CheckOptions;
    }
  | { readonly kind: 'years'; readonly reports: readonly Report[]; readonly options: CheckOptions }
  | { readonly kind: 'write'; readonly report: Report; readonly format: ReportFormat }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly wanted: WantedPicture };

/** What it answers, by kind. */
export type ReadResult =
  | {
      readonly kind: 'unpack';
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
      readonly leftOut: number;
    }
  /** `findings` in the order of `reading.reports`. */
  | { readonly kind: 'read'; readonly reading: Reading; readonly findings: readonly (readonly Finding[])[] }
  /** In the order of the reports given. */
  | { readonly kind: 'years'; readonly findings: readonly (readonly Finding[])[] }
  | { readonly kind: 'write'; readonly bytes: Uint8Array }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array };
