import { fromKysely, type Job, PgBoss } from 'pg-boss';
import { act } from '../act.ts';
import { newId } from '../database/new-id.ts';
import type { Database } from '../database/open-database.ts';
import { systemActor } from '../event/event.ts';
import { log } from '../log.ts';
import type { Jobs, Spine } from '../spine.ts';
import { harmlessProblem, type JobData, type JobDefinition } from './job-definition.ts';
import { jobSchema } from './job-schema.ts';
import { takeWaitingJobs } from './waiting-jobs.ts';

/** Where jobs go whose attempts are used up. */
const givenUp = 'given_up';

const timeZone = 'Asia/Shanghai';
const day = 24 * 60 * 60;

export interface JobQueue {
  readonly jobs: Jobs;
  /** Starts doing jobs. Throws where the queue was opened without `works`. */
  readonly work: (spine: Spine) => Promise<void>;
  /** Takes no further job, waits for those under way, and ends; what takes too long is done again later. */
  readonly stop: () => Promise<void>;
}

export interface JobQueueOptions {
  /** Whether this program does jobs, keeps the schedule and takes jobs from dead programs; off by default. */
  readonly works?: boolean;
  /** Seconds between looks for a job. */
  readonly pollSeconds?: number;
  /** Seconds after which a job is taken from a program that gives no sign of life. */
  readonly heartbeatSeconds?: number;
  /** Seconds between looks for such jobs. */
  readonly superviseSeconds?: number;
  /** Seconds that `stop` waits for jobs under way. */
  readonly stopSeconds?: number;
}

const queueOptions = (definition: JobDefinition, heartbeatSeconds: number) => ({
  retryLimit: definition.retries,
  retryDelay: definition.retryDelay,
  retryBackoff: true,
  retryDelayMax: definition.longestDelay,
  expireInSeconds: definition.limit,
  heartbeatSeconds,
  // A job that can't be done for this long is no longer wanted; nothing of ours waits longer.
  retentionSeconds: 90 * day,
  deleteAfterSeconds: 14 * day,
  deadLetter: givenUp,
});

const openBoss = async (database: Database, works: boolean, superviseSeconds: number): Promise<PgBoss> => {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: jobSchema,
    supervise: works,
    schedule: works,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  // Its messages may hold SQL with data in it: the code alone is logged.
  boss.on('error', (error) => log('job queue problem', { problem: harmlessProblem(error) }));
  await boss.start();
  return boss;
};

/** Makes the queues what the definitions say, and takes away schedules that no definition has any more. */
const prepareQueues = async (
  boss: PgBoss,
  definitions: readonly JobDefinition[],
  heartbeatSeconds: number,
): Promise<void> => {
  await boss.createQueue(givenUp, { retryLimit: 10, retryDelay: 60, retryBackoff: true });
  for (const definition of definitions) {
    const options = queueOptions(definition, heartbeatSeconds);
    // `short`: of the jobs with one key a single one waits; those without a key get one of their own.
    await boss.createQueue(definition.name, { policy: 'short', ...options });
    await boss.updateQueue(definition.name, options);
  }
};

const prepareSchedules = async (boss: PgBoss, definitions: readonly JobDefinition[]): Promise<void> => {
  const wanted = new Map(definitions.map(({ name, schedule }) => [name, schedule]));
  for (const { name } of await boss.getSchedules()) if (!wanted.get(name)) await boss.unschedule(name);
  for (const { name, schedule } of definitions)
    if (schedule) await boss.schedule(name, schedule, null, { tz: timeZone, missed: 'once' });
};

const runOne = async (spine: Spine, definition: JobDefinition, job: Job): Promise<void> => {
  const { id, retryCount, signal } = job;
  try {
    await definition.run(spine, (job.data ?? {}) as JobData, { id, attempt: retryCount + 1, signal });
  } catch (error) {
    const problem = harmlessProblem(error);
    log('job failed', { job: definition.name, id, attempt: retryCount + 1, problem });
    // What is thrown is kept with the job: no words of libraries, no stack.
    const kept = new Error(problem);
    kept.stack = '';
    throw kept;
  }
};

const giveUpOne = async (
  spine: Spine,
  definitions: readonly JobDefinition[],
  { sourceName, sourceId, data }: { sourceName: string | null; sourceId: string | null; data: unknown },
): Promise<void> => {
  const definition = definitions.find(({ name }) => name === sourceName);
  await definition?.giveUp?.(spine, (data ?? {}) as JobData);
  await act(
    { db: spine.db, actor: systemActor, now: spine.now, once: `job given up ${sourceId}` },
    async ({ record }) =>
      record({
        kind: 'job_failed',
        agencyId: null,
        subject: { kind: 'job', id: sourceId ?? '' },
        data: { job: definition?.title ?? sourceName, name: sourceName },
      }),
  );
};

/**
 * Opens the queue of jobs on the database. Jobs are enqueued at once; they are done by the programs that call
 * `work`. Each is done by one program at a time; one whose program was killed is taken up again.
 */
export const openJobQueue = async (
  database: Database,
  definitions: readonly JobDefinition[],
  options: JobQueueOptions = {},
): Promise<JobQueue> => {
  const {
    works = false,
    pollSeconds = 1,
    heartbeatSeconds = 30,
    superviseSeconds = 30,
    stopSeconds = 30,
  } = options;
  const known = new Set(definitions.map(({ name }) => name));
  const boss = await openBoss(database, works, superviseSeconds);
  await prepareQueues(boss, definitions, heartbeatSeconds);
  await database.db.transaction().execute(async (db) => {
    for (const { name, data, once_key, start_after } of await takeWaitingJobs(db, [...known]))
      await boss.send(name, data, { db: fromKysely(db), singletonKey: once_key, startAfter: start_after });
  });

  return {
    jobs: {
      enqueue: async (db, name, data, { startAfter, onceKey } = {}) => {
        if (!known.has(name)) throw new Error(`no job is named ${name}`);
        await boss.send(name, data, {
          db: fromKysely(db),
          singletonKey: onceKey ?? newId(),
          ...(startAfter && { startAfter }),
        });
      },
    },
    work: async (spine) => {
      if (!works) throw new Error('the queue was opened for enqueuing only');
      for (const definition of definitions)
        await boss.work<object>(
          definition.name,
          { pollingIntervalSeconds: pollSeconds, localConcurrency: definition.concurrency },
          ([job]) => runOne(spine, definition, job!),
        );
      await boss.work(givenUp, { pollingIntervalSeconds: pollSeconds, includeMetadata: true }, ([job]) =>
        giveUpOne(spine, definitions, job!),
      );
      await prepareSchedules(boss, definitions);
    },
    stop: () => boss.stop({ graceful: true, timeout: stopSeconds * 1000, close: false }),
  };
};
