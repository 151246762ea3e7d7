import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ThreadData, ToWorker } from './messages.ts';

/**
 * Answers the tasks that a pool sends to this thread, one after the other. An error that the handler
 * throws becomes the task's error. `broken` is asked after each task: when it says true, the thread asks
 * to be replaced and answers no more (a trapped wasm instance can't be used again).
 */
export const serveTasks = <Task, Result>(
  handle: (task: Task) => Result | Promise<Result>,
  broken: () => boolean = () => false,
): void => {
  const port = parentPort;
  if (!port) throw new Error('serveTasks runs in a worker thread only');
  let last: Promise<void> = Promise.resolve();
  let retired = false;
  const answer = async (task: Task): Promise<void> => {
    if (retired) return;
    try {
      const result = await handle(task);
      retired = broken();
      port.postMessage({ result, retire: retired } satisfies FromWorker<Result>);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      retired = broken();
      port.postMessage({ error, retire: retired } satisfies FromWorker<Result>);
    }
  };
  port.on('message', ({ task }: ToWorker<Task>) => {
    last = last.then(() => answer(task));
  });
};

/** What the pool was told to hand to this thread: `PoolOptions.data`. */
export const threadData = (): unknown => (workerData as ThreadData).data;
