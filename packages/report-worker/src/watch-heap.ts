import type { Worker } from 'node:worker_threads';

/** How often a busy thread's heap is looked at, in milliseconds. At the fastest that V8 allocates, some 100 MB pass between two looks. */
const interval = 50;

/**
 * V8 ends the whole process, not the thread, when a thread's heap reaches its hard limit at the wrong
 * moment (in the middle of one large allocation). So the hard limit lies far above, and this watch ends
 * the thread before.
 */
export const hardLimit = (megabytes: number): number => megabytes * 4 + 1024;

/**
 * Calls `onExceeded` once when the thread uses more than `megabytes` of JavaScript heap and of buffers outside it.
 *
 * @returns stops watching.
 */
export const watchHeap = (worker: Worker, megabytes: number, onExceeded: () => void): (() => void) => {
  let asking = false;
  const look = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    // It answers between two steps of the thread's own code, also while that is busy; not once it has ended.
    const heap = await worker.getHeapStatistics().catch(() => null);
    asking = false;
    if (!heap || heap.used_heap_size + heap.external_memory <= megabytes * 1024 * 1024) return;
    stop();
    onExceeded();
  };
  const timer = setInterval(() => void look(), interval);
  timer.unref();
  const stop = (): void => clearInterval(timer);
  return stop;
};
