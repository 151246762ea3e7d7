import type { Spine } from '../spine.ts';

export type JobData = Readonly<Record<string, unknown>>;

/** What a job gets beside its data. */
export interface JobRun {
  /** The job's id: the same at each attempt. */
  readonly id: string;
  /** 1 at the first attempt. */
  readonly attempt: number;
  /** Aborted when the job takes longer than it may, or the program ends without waiting for it. */
  readonly signal: AbortSignal;
}

/**
 * A kind of job: data, listed where the server is put together. A job is run at least once: a program that is
 * killed after the work and before the note of it leaves a job that is run again. So `run` does nothing the
 * second time.
 */
export interface JobDefinition {
  /** Stable, as it stands in the database: `send_mail`. */
  readonly name: string;
  /** What administrators see. */
  readonly title: string;
  /** Jobs of this kind done at the same time by one program. */
  readonly concurrency: number;
  /** Attempts after the first; then the job is given up, and an event says so. */
  readonly retries: number;
  /** Seconds before the second attempt; twice as long before each further one, up to `longestDelay`. */
  readonly retryDelay: number;
  readonly longestDelay: number;
  /** Seconds an attempt may take. */
  readonly limit: number;
  /** When it runs by itself: five fields of cron, Beijing time. */
  readonly schedule?: string;
  /** Throws where it didn't work; tried again. `JobProblem` says why in words that may be shown. */
  readonly run: (spine: Spine, data: JobData, run: JobRun) => Promise<void>;
  /** After the last attempt: sets right what waits for the job. */
  readonly giveUp?: (spine: Spine, data: JobData) => Promise<void>;
}

/** Why a job didn't work, in words that hold nothing of a person: shown to administrators. */
export class JobProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JobProblem';
  }
}

/** What may be kept and logged of an error: its words may hold anything, its name and code can't. */
export const harmlessProblem = (error: unknown): string => {
  if (error instanceof JobProblem) return error.message;
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ') || '未知错误';
};
