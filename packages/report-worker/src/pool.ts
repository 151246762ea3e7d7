import { Worker } from 'node:worker_threads';
import { compileCache } from './compile-cache.ts';
import { createFairQueue } from './fair-queue.ts';
import type { FromWorker, ThreadData, ToWorker } from './messages.ts';
import { hardLimit, watchHeap } from './watch-heap.ts';

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

export interface RunOptions {
  /** Stops the task, whether it waits or runs. */
  readonly signal?: AbortSignal;
  /**
   * Whose task it is. Lanes get equal shares of the threads' time, however many tasks each has handed in,
   * and a lane that let a thread run out of time or memory is held to one thread.
   */
  readonly lane?: string;
  /** What this task may take, where that is not what every task may: several files in one task. */
  readonly seconds?: number;
}

export interface Pool<Task, Result> {
  /** Runs a task in some thread. Rejects with `TaskFailed`, or with what the task itself threw. */
  readonly run: (task: Task, options?: RunOptions) => Promise<Result>;
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
  readonly lane: string;
  readonly seconds: number;
}

interface Thread<Task, Result> {
  readonly worker: Worker;
  /** The first is under way; the second waits in the thread, so that it need not wait for us. */
  readonly jobs: Job<Task, Result>[];
  timer: NodeJS.Timeout | undefined;
  /** When the first job began. */
  since: number;
  ended: TaskFailed | undefined;
}

/**
 * Jobs that a thread holds at a time: one under way, and one of the same lane waiting. Another lane's job
 * isn't put behind it: should the one under way hang, it would wait in vain.
 */
const ahead = 2;

/** How many lanes that proved costly are remembered. */
const costlyLanes = 1000;

/**
 * A pool of worker threads in which a hostile task harms no other: a task that takes too long or too
 * much memory costs its own thread, which is replaced; a task that waited in that thread runs elsewhere.
 */
export const createPool = <Task, Result>(options: PoolOptions): Pool<Task, Result> => {
  const threads = new Set<Thread<Task, Result>>();
  const queue = createFairQueue<Job<Task, Result>>();
  const costly = new Set<string>();
  let closed = false;

  /** What a job that has left its thread cost is put to its lane's account. */
  const charge = (thread: Thread<Task, Result>, { lane }: Job<Task, Result>): void => {
    const time = performance.now();
    queue.charge(lane, time - thread.since);
    thread.since = time;
  };

  /** The unnamed lane is nobody's in particular: a run over a hundred thousand files goes on with all threads. */
  const holdBack = (lane: string): void => {
    if (lane === '') return;
    costly.add(lane);
    if (costly.size > costlyLanes) costly.delete(costly.values().next().value as string);
  };

  const putBack = (jobs: readonly Job<Task, Result>[]): void => {
    for (const job of jobs.toReversed()) queue.unshift(job);
  };

  const watch = (thread: Thread<Task, Result>): void => {
    clearTimeout(thread.timer);
    thread.timer =
      thread.jobs.length === 0
        ? undefined
        : setTimeout(() => end(thread, new TaskFailed('time')), (thread.jobs[0]?.seconds ?? 0) * 1000);
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
    putBack(thread.jobs.splice(0));
    void thread.worker.terminate();
  };

  const onExit = (thread: Thread<Task, Result>, failed: TaskFailed): void => {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    const [current, ...waiting] = thread.jobs;
    if (current) {
      charge(thread, current);
      if (failed.reason === 'time' || failed.reason === 'memory') holdBack(current.lane);
      current.reject(failed);
    }
    putBack(waiting);
    feed();
  };

  const start = (): Thread<Task, Result> => {
    const worker = new Worker(new URL('./start-thread.ts', import.meta.url), {
      workerData: { script: options.script.href, compileCache, data: options.data } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: hardLimit(options.megabytes) },
    });
    const thread: Thread<Task, Result> = { worker, jobs: [], timer: undefined, since: 0, ended: undefined };
    threads.add(thread);
    const unwatch = watchHeap(worker, options.megabytes, () => end(thread, new TaskFailed('memory')));
    worker.on('message', (message: FromWorker<Result>) => {
      const job = thread.jobs.shift();
      if (job) charge(thread, job);
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
    worker.on('exit', () => {
      unwatch();
      onExit(thread, thread.ended ?? new TaskFailed('crash'));
    });
    return thread;
  };

  const isHeldBack = (lane: string): boolean =>
    costly.has(lane) && [...threads].some(({ jobs }) => jobs[0]?.lane === lane);

  /** A thread with nothing to do, started if there is room for one more. */
  const idle = (): Thread<Task, Result> | undefined => {
    for (const thread of threads) if (!thread.ended && thread.jobs.length === 0) return thread;
    return threads.size < options.size ? start() : undefined;
  };

  const give = (thread: Thread<Task, Result>, job: Job<Task, Result>): void => {
    if (job.signal?.aborted) {
      job.reject(new TaskFailed('cancelled'));
      return;
    }
    thread.jobs.push(job);
    thread.worker.postMessage({ task: job.task } satisfies ToWorker<Task>);
    if (thread.jobs.length > 1) return;
    thread.since = performance.now();
    watch(thread);
  };

  const feed = (): void => {
    while (queue.size() > 0 && !closed) {
      const thread = idle();
      const job = thread && queue.next((lane) => !isHeldBack(lane));
      if (!thread || !job) break;
      give(thread, job);
    }
    if (closed) return;
    for (const thread of threads) {
      if (thread.ended || thread.jobs.length === 0 || thread.jobs.length >= ahead) continue;
      const lane = thread.jobs[0]?.lane;
      if (queue.lanes() > 1 || lane === undefined || costly.has(lane)) continue;
      const job = queue.next((other) => other === lane);
      if (job) give(thread, job);
    }
  };

  return {
    run: (task, { signal, lane = '', seconds = options.seconds } = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new TaskFailed('closed'));
        const job: Job<Task, Result> = { task, resolve, reject, signal, lane, seconds };
        signal?.addEventListener('abort', () => {
          if (queue.remove(job)) job.reject(new TaskFailed('cancelled'));
          for (const thread of threads) if (thread.jobs[0] === job) end(thread, new TaskFailed('cancelled'));
        });
        queue.push(job);
        feed();
      }),
    pending: () => queue.size() + [...threads].reduce((count, thread) => count + thread.jobs.length, 0),
    close: async () => {
      closed = true;
      for (const job of queue.drain()) job.reject(new TaskFailed('closed'));
      for (const thread of threads) {
        thread.ended ??= new TaskFailed('closed');
        for (const job of thread.jobs.splice(1)) job.reject(new TaskFailed('closed'));
      }
      await Promise.all([...threads].map((thread) => thread.worker.terminate()));
    },
  };
};
