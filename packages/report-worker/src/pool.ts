import { Worker } from 'node:worker_threads';
import { compileCache } from './compile-cache.ts';
import type { FromWorker, ThreadData, ToWorker } from './messages.ts';

export interface PoolOptions {
  /** The module that each thread runs; it answers tasks through `serveTasks`. */
  readonly script: URL;
  /** Threads; at least 1. They are started when first needed. */
  readonly size: number;
  /** Seconds that one task may take; a thread that exceeds it is ended and replaced. */
  readonly seconds: number;
  /** Megabytes of JavaScript heap that one thread may take; then likewise. */
  readonly megabytes: number;
  /** Handed to each thread when it starts; it gets it by `threadData()`. */
  readonly data?: unknown;
}

/** Why a task has no result: it took too long, took too much memory, or its thread ended. */
export class TaskFailed extends Error {
  readonly reason: 'time' | 'memory' | 'crash' | 'closed' | 'cancelled';
  constructor(reason: TaskFailed['reason'], detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'TaskFailed';
    this.reason = reason;
  }
}

export interface Pool<Task, Result> {
  /** Runs a task in some thread. Rejects with `TaskFailed`, or with what the task itself threw. */
  readonly run: (task: Task, options?: { readonly signal?: AbortSignal }) => Promise<Result>;
  /** Tasks handed in that have not ended. */
  readonly pending: () => number;
  /** Ends all threads; tasks under way fail with reason `closed`. */
  readonly close: () => Promise<void>;
}

interface Job<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
  readonly signal: AbortSignal | undefined;
}

interface Thread<Task, Result> {
  readonly worker: Worker;
  /** The first is under way; the second waits in the thread, so that it need not wait for us. */
  readonly jobs: Job<Task, Result>[];
  timer: NodeJS.Timeout | undefined;
  ended: TaskFailed | undefined;
}

/** Jobs that a thread holds at a time: one under way, one waiting. */
const ahead = 2;

/**
 * A pool of worker threads in which a hostile task harms no other: a task that takes too long or too
 * much memory costs its own thread, which is replaced; a task that waited in that thread runs elsewhere.
 */
export const createPool = <Task, Result>(options: PoolOptions): Pool<Task, Result> => {
  const threads = new Set<Thread<Task, Result>>();
  const queue: Job<Task, Result>[] = [];
  let closed = false;

  const watch = (thread: Thread<Task, Result>): void => {
    clearTimeout(thread.timer);
    thread.timer =
      thread.jobs.length === 0
        ? undefined
        : setTimeout(() => end(thread, new TaskFailed('time')), options.seconds * 1000);
    if (thread.jobs.length === 0) thread.worker.unref();
    else thread.worker.ref();
  };

  const end = (thread: Thread<Task, Result>, why: TaskFailed): void => {
    thread.ended ??= why;
    void thread.worker.terminate();
  };

  /** Ends a thread that asked for it; what waited in it has done no wrong and runs elsewhere. */
  const retire = (thread: Thread<Task, Result>): void => {
    threads.delete(thread);
    clearTimeout(thread.timer);
    queue.unshift(...thread.jobs.splice(0));
    void thread.worker.terminate();
  };

  const onExit = (thread: Thread<Task, Result>, failed: TaskFailed): void => {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const [current, ...waiting] = thread.jobs;
    current?.reject(failed);
    queue.unshift(...waiting);
    feed();
  };

  const start = (): Thread<Task, Result> => {
    const worker = new Worker(new URL('./start-thread.ts', import.meta.url), {
      workerData: { script: options.script.href, compileCache, data: options.data } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: options.megabytes },
    });
    const thread: Thread<Task, Result> = { worker, jobs: [], timer: undefined, ended: undefined };
    threads.add(thread);
    worker.on('message', (message: FromWorker<Result>) => {
      const job = thread.jobs.shift();
      if (message.retire) retire(thread);
      else watch(thread);
      feed();
      if ('result' in message) job?.resolve(message.result);
      else job?.reject(message.error);
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      thread.ended ??= new TaskFailed(memory ? 'memory' : 'crash', error.message);
    });
    worker.on('exit', () => onExit(thread, thread.ended ?? new TaskFailed('crash')));
    return thread;
  };

  const freest = (): Thread<Task, Result> | undefined => {
    let best: Thread<Task, Result> | undefined;
    for (const thread of threads)
      if (!thread.ended && thread.jobs.length < ahead && (!best || thread.jobs.length < best.jobs.length))
        best = thread;
    if (best?.jobs.length === 0 || threads.size >= options.size) return best;
    return start();
  };

  const feed = (): void => {
    while (queue.length > 0 && !closed) {
      const thread = freest();
      if (!thread) return;
      const job = queue.shift() as Job<Task, Result>;
      if (job.signal?.aborted) {
        job.reject(new TaskFailed('cancelled'));
        continue;
      }
      thread.jobs.push(job);
      thread.worker.postMessage({ task: job.task } satisfies ToWorker<Task>);
      if (thread.jobs.length === 1) watch(thread);
    }
  };

  return {
    run: (task, { signal } = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new TaskFailed('closed'));
        const job: Job<Task, Result> = { task, resolve, reject, signal };
        signal?.addEventListener('abort', () => {
          const at = queue.indexOf(job);
          if (at >= 0) queue.splice(at, 1)[0]?.reject(new TaskFailed('cancelled'));
          for (const thread of threads) if (thread.jobs[0] === job) end(thread, new TaskFailed('cancelled'));
        });
        queue.push(job);
        feed();
      }),
    pending: () => queue.length + [...threads].reduce((count, thread) => count + thread.jobs.length, 0),
    close: async () => {
      closed = true;
      for (const job of queue.splice(0)) job.reject(new TaskFailed('closed'));
      for (const thread of threads) {
        thread.ended ??= new TaskFailed('closed');
        for (const job of thread.jobs.splice(1)) job.reject(new TaskFailed('closed'));
      }
      await Promise.all([...threads].map((thread) => thread.worker.terminate()));
    },
  };
};
