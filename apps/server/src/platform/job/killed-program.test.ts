import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTestDatabase } from '../../test-database-kit.ts';
import type { Spine } from '../spine.ts';
import { until } from '../until-test-kit.ts';
import { openJobQueue } from './open-job-queue.ts';

it('takes up a job again whose program was killed', async () => {
  const database = await openTestDatabase();
  const child = fork(fileURLToPath(new URL('./killed-worker-test-kit.ts', import.meta.url)), {
    env: { ...process.env, CONNECTION: JSON.stringify(database.connection) },
  });
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const attempts: (readonly [number, unknown])[] = [];
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
        run: async (_, data, { attempt }) => void attempts.push([attempt, data.n]),
      },
    ],
    { works: true, pollSeconds: 0.5, superviseSeconds: 1, heartbeatSeconds: 10 },
  );
  try {
    await queue.work({ db: database.db, database, now: () => new Date() } as unknown as Spine);
    await until(() => attempts.length > 0, 60_000);
    assert.deepEqual(attempts, [[2, 7]]);
  } finally {
    await queue.stop();
  }
});
