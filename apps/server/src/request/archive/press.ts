import { createPool } from '@gongkai/report-worker';
import type { PressKind, PressTask, PressTasks } from './press-task.ts';

/** A document of 50 MB takes seconds; what takes minutes is hostile. */
const seconds = 120;

const pool = createPool<PressTask, PressTasks[PressKind]['answers']>({
  script: new URL('./press-thread.ts', import.meta.url),
  size: 2,
  seconds,
  megabytes: 512,
});

/**
 * Has a document set, counted or bound in a thread of its own. Threads are started when they are needed and hold
 * nothing up when the program ends. Throws `TaskFailed` where it took too long, what the task threw otherwise.
 *
 * @param lane whose work it is: cases get equal shares of the threads
 */
export const press = <K extends PressKind>(
  kind: K,
  asks: PressTasks[K]['asks'],
  lane: string,
): Promise<PressTasks[K]['answers']> =>
  pool.run({ kind, ...asks } as unknown as PressTask, { lane }) as Promise<PressTasks[K]['answers']>;
