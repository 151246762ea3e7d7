import type { CheckOptions, Finding, Reading, Report, ReportFormat } from '@gongkai/annual-report';
import { createPool, type WantedPicture } from '@gongkai/report-worker';
import type { ReadResult, ReadTask } from './read-task.ts';

/** The worker threads behind the page, one method a kind of task. Rejections are `TaskFailed` or what the task threw. */
export interface Readers {
  readonly unpack: (
    bytes: Uint8Array,
    limits: { readonly files: number; readonly megabytes: number },
    signal: AbortSignal,
  ) => Promise<Extract<ReadResult, { kind: 'unpack' }>>;
  readonly read: (
    bytes: Uint8Array,
    name: string,
    options: CheckOptions,
    signal: AbortSignal,
  ) => Promise<{ readonly reading: Reading; readonly findings: readonly (readonly Finding[])[] }>;
  readonly years: (
    reports: readonly Report[],
    options: CheckOptions,
  ) => Promise<readonly (readonly Finding[])[]>;
  readonly write: (report: Report, format: ReportFormat) => Promise<Uint8Array>;
  readonly picture: (bytes: Uint8Array, wanted: WantedPicture) => Promise<Uint8Array>;
  readonly pending: () => number;
  readonly close: () => Promise<void>;
}

export interface ReaderOptions {
  readonly size: number;
  readonly seconds: number;
}

export const openReaders = ({ size, seconds }: ReaderOptions): Readers => {
  const pool = createPool<ReadTask, ReadResult>({
    script: new URL('./read-thread.ts', import.meta.url),
    size,
    seconds,
    megabytes: 512,
  });
  const run = async <Kind extends ReadTask['kind']>(
    task: Extract<ReadTask, { kind: Kind }>,
    signal?: AbortSignal,
  ): Promise<Extract<ReadResult, { kind: Kind }>> =>
    (await pool.run(task, signal ? { signal } : {})) as Extract<ReadResult, { kind: Kind }>;
  return {
    unpack: (bytes, { files, megabytes }, signal) =>
      run<'unpack'>({ kind: 'unpack', bytes, files, megabytes }, signal),
    read: (bytes, name, options, signal) => run<'read'>({ kind: 'read', bytes, name, options }, signal),
    years: async (reports, options) => (await run<'years'>({ kind: 'years', reports, options })).findings,
    write: async (report, format) => (await run<'write'>({ kind: 'write', report, format })).bytes,
    picture: async (bytes, wanted) => (await run<'picture'>({ kind: 'picture', bytes, wanted })).bytes,
    pending: pool.pending,
    close: pool.close,
  };
};
