/** A program of its own that takes a job, says so, and never ends it: the test kills it. */
import { type Connection, openDatabase } from '../database/open-database.ts';
import type { Spine } from '../spine.ts';
import { openJobQueue } from './open-job-queue.ts';

const database = openDatabase(JSON.parse(process.env.CONNECTION!) as Connection, 4);
const queue = await openJobQueue(
  database,
  [
    {
      name: 'killed',
      title: '被中断的任务',
      concurrency: 1,
      retries: 2,
      retryDelay: 1,
      longestDelay: 1,
      limit: 60,
      run: async () => {
        process.send?.('begun');
        await new Promise(() => {});
      },
    },
  ],
  { works: true, pollSeconds: 0.5, heartbeatSeconds: 10 },
);
await queue.work({ db: database.db, database, now: () => new Date() } as unknown as Spine);
await queue.jobs.enqueue(database.db, 'killed', { n: 7 });
