/** A thread for pool.test.ts: waits, hangs, eats memory, dies or asks to be replaced, as told. */
import { threadId } from 'node:worker_threads';
import { serveTasks } from '../src/serve-tasks.ts';

let broken = false;

serveTasks(
  (task: string) => {
    if (task === 'hang') for (;;);
    if (task === 'eat') {
      const eaten: unknown[] = [];
      for (;;) eaten.push(new Array(10_000).fill(eaten.length));
    }
    if (task === 'work') for (const end = performance.now() + 3; performance.now() < end; );
    if (task === 'die') process.exit(3);
    if (task === 'throw') throw new RangeError('as told');
    if (task === 'break') broken = true;
    return `${task} in ${threadId}`;
  },
  () => broken,
);
