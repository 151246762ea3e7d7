import { availableParallelism } from 'node:os';
import { createPool, type Pool } from '@gongkai/report-worker';
import type { Options } from '../options.ts';
import { wantsColor } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import type { FileResult, FileTask, Output } from './file-task.ts';

const whole = (text: string | undefined, name: string, fallback: number): number => {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new UsageError(`--${name} 要一个正整数，给的是“${text}”。`);
  return number;
};

export const jobsOf = (options: Options): number =>
  Math.min(64, whole(options.jobs, 'jobs', availableParallelism()));

export const secondsOf = (options: Options): number => whole(options.seconds, 'seconds', 60);

/** The worker threads that read files for this run. */
export const openPool = (options: Options): Pool<FileTask, readonly FileResult[]> =>
  createPool({
    script: new URL('./file-tasks.ts', import.meta.url),
    size: jobsOf(options),
    seconds: secondsOf(options),
    megabytes: 512,
    data: { recognise: !options['no-recognise'] },
  });

export const outputOf = (options: Options): Output => {
  if (options.json && options.csv) throw new UsageError('--json 和 --csv 只能用一个。');
  if (options.json) return { kind: 'json' };
  if (options.csv) return { kind: 'csv' };
  if (options.xlsx) return { kind: 'rows' };
  return { kind: 'text', color: wantsColor(options), width: process.stdout.columns ?? 120 };
};
