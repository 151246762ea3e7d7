import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test-database-kit.ts';
import { act } from '../act.ts';
import { systemActor } from '../event/event.ts';
import type { Spine } from '../spine.ts';
import { until } from '../until-test-kit.ts';
import { type JobData, type JobDefinition, JobProblem } from './job-definition.ts';
import { type JobQueue, type JobQueueOptions, openJobQueue } from './open-job-queue.ts';
import { readJobs } from './read-jobs.ts';

const definition = (
  name: string,
  run: JobDefinition['run'],
  more: Partial<JobDefinition> = {},
): JobDefinition => ({
  name,
  title: `任务 ${name}`,
  concurrency: 2,
  retries: 2,
  retryDelay: 1,
  longestDelay: 1,
  limit: 60,
  run,
  ...more,
});

describe('jobs', async () => {
  const database = await openTestDatabase({ connections: 16 });
  const { db } = database;
  const open: JobQueue[] = [];
  afterEach(() => Promise.all(open.splice(0).map((queue) => queue.stop())));
  // Handlers of these tests use the database alone.
  const spine = { db, database, now: () => new Date() } as unknown as Spine;
  const start = async (
    definitions: readonly JobDefinition[],
    options: JobQueueOptions = {},
  ): Promise<JobQueue> => {
    const queue = await openJobQueue(database, definitions, {
      works: true,
      pollSeconds: 0.5,
      superviseSeconds: 1,
      heartbeatSeconds: 10,
      ...options,
    });
    open.push(queue);
    return queue;
  };
  await sql`create table done (id bigint generated always as identity, job text, n integer)`.execute(db);
  const note = (job: string, data: JobData) =>
    sql`insert into done (job, n) values (${job}, ${data.n as number})`.execute(db);
  const doneOf = async (job: string): Promise<readonly number[]> =>
    (await sql<{ n: number }>`select n from done where job = ${job} order by n`.execute(db)).rows.map(
      ({ n }) => n,
    );

  it('are done if and only if the act that asked for them happened', async () => {
    const queue = await start([definition('plain', (_, data) => note('plain', data).then(() => {}))]);
    await queue.work(spine);
    const enqueue = (n: number, fails: boolean) =>
      act({ db, actor: systemActor, now: spine.now }, async (work) => {
        await queue.jobs.enqueue(work.db, 'plain', { n });
        if (fails) throw new Error('refused');
      });
    await assert.rejects(enqueue(1, true), /refused/);
    await enqueue(2, false);
    await until(async () => (await doneOf('plain')).includes(2));
    assert.deepEqual(await doneOf('plain'), [2]);
    await assert.rejects(queue.jobs.enqueue(db, 'unknown', {}), /no job is named unknown/);
  });

  it('wait only once under the same key', async () => {
    const queue = await start([definition('keyed', (_, data) => note('keyed', data).then(() => {}))]);
    for (const n of [1, 2, 3])
      await db.transaction().execute((trx) => queue.jobs.enqueue(trx, 'keyed', { n }, { onceKey: 'same' }));
    await queue.jobs.enqueue(db, 'keyed', { n: 4 }, { onceKey: 'other' });
    await queue.jobs.enqueue(db, 'keyed', { n: 5 });
    await queue.jobs.enqueue(db, 'keyed', { n: 6 });
    await queue.work(spine);
    await until(async () => (await doneOf('keyed')).length >= 4);
    assert.deepEqual(await doneOf('keyed'), [1, 4, 5, 6]);
  });

  it('are each done once by two programs together', async () => {
    const each = definition('each', (_, data) => note('each', data).then(() => {}), { concurrency: 4 });
    const queues = [await start([each]), await start([each])];
    await Promise.all(queues.map((queue) => queue.work(spine)));
    const wanted = Array.from({ length: 40 }, (_, n) => n);
    for (const n of wanted) await queues[n % 2]!.jobs.enqueue(db, 'each', { n });
    await until(async () => (await doneOf('each')).length >= wanted.length);
    assert.deepEqual(await doneOf('each'), wanted);
  });

  it('are tried again, then given up with an event that holds none of their data', async () => {
    const gaveUp: JobData[] = [];
    const queue = await start([
      definition(
        'failing',
        async (_, data) => {
          await note('failing', data);
          throw data.n === 1 ? new JobProblem('对方服务器没有应答') : new Error('张三 13800000000');
        },
        { retries: 1, giveUp: async (_, data) => void gaveUp.push(data) },
      ),
    ]);
    await queue.work(spine);
    await queue.jobs.enqueue(db, 'failing', { n: 1 });
    await queue.jobs.enqueue(db, 'failing', { n: 2 });
    const events = () =>
      db.selectFrom('event').selectAll().where('kind', '=', 'job_failed').orderBy('id').execute();
    await until(async () => (await events()).length === 2);
    assert.deepEqual(await doneOf('failing'), [1, 1, 2, 2]);
    assert.deepEqual(gaveUp.map(({ n }) => n).sort(), [1, 2]);
    assert.deepEqual((await events())[0]?.data, { job: '任务 failing', name: 'failing' });
    const { queues, failed } = await readJobs(db, [definition('failing', async () => {})]);
    assert.deepEqual(failed.map(({ problem }) => problem).sort(), ['Error', '对方服务器没有应答'].sort());
    assert.equal(queues.find(({ name }) => name === 'failing')?.failed, 2);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from job.job where output::text like '%张三%'`.execute(db);
    assert.equal(rows[0]?.n, 0);
  });

  it('run by themselves as their schedule says, and no longer once it is gone', async () => {
    const scheduled = await start([
      definition('nightly', async () => {}, { schedule: '15 3 * * *' }),
      definition('kept', async () => {}),
    ]);
    await scheduled.work(spine);
    const schedules = () =>
      sql<{ name: string; cron: string; timezone: string }>`
        select name, cron, timezone from job.schedule`.execute(db);
    assert.deepEqual((await schedules()).rows, [
      { name: 'nightly', cron: '15 3 * * *', timezone: 'Asia/Shanghai' },
    ]);
    const later = await start([definition('kept', async () => {})]);
    await later.work(spine);
    assert.deepEqual((await schedules()).rows, []);
  });

  it('under way are finished before the program stops', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let began = false;
    const queue = await start([
      definition('slow', async (_, data) => {
        began = true;
        await held;
        await note('slow', data);
      }),
    ]);
    await queue.work(spine);
    await queue.jobs.enqueue(db, 'slow', { n: 1 });
    await until(() => began);
    const stopping = queue.stop();
    release();
    await stopping;
    assert.deepEqual(await doneOf('slow'), [1]);
  });
});
