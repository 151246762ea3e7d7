import { createPool, type RunOptions } from '@gongkai/report-worker';
import type { ReadKind, ReadTask, ReadTasks } from './read-task.ts';

/** The worker threads behind the page. */
export interface Readers {
  /** Rejects with `TaskFailed`, or with what the task itself threw. */
  readonly run: <Kind extends ReadKind>(
    kind: Kind,
    asks: ReadTasks[Kind]['asks'],
    options?: RunOptions,
  ) => Promise<ReadTasks[Kind]['answers']>;
  /** Tasks handed in that have not ended. */
  readonly pending: () => number;
  readonly close: () => Promise<void>;
}

export interface ReaderOptions {
  /** Threads; they start when first needed. */
  readonly size: number;
  /** What one task may take. */
  readonly seconds: number;
}

/** Megabytes of JavaScript heap that one reading may take. */
export const readingMegabytes = 512;

export const openReaders = ({ size, seconds }: ReaderOptions): Readers => {
  const pool = createPool<ReadTask, ReadTasks[ReadKind]['answers']>({
    script: new URL('./read-thread.ts', import.meta.url),
    size,
    seconds,
    megabytes: readingMegabytes,
  });
  return {
    run: async (kind, asks, options) =>
      (await pool.run({ kind, asks } as ReadTask, options)) as ReadTasks[typeof kind]['answers'],
    pending: pool.pending,
    close: pool.close,
  };
};
