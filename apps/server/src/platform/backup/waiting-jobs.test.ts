import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test-database-kit.ts';
import type { JobDefinition } from '../job/job-definition.ts';
import { openJobQueue } from '../job/open-job-queue.ts';
import type { Spine } from '../spine.ts';
import { until } from '../until-test-kit.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-jobs-'));
after(() => rm(folder, { recursive: true, force: true }));
const noFiles = { open: () => assert.fail('no file is there'), put: () => assert.fail('no file is there') };

const definition = (name: string, run: JobDefinition['run']): JobDefinition => ({
  name,
  title: name,
  concurrency: 1,
  retries: 5,
  retryDelay: 3600,
  longestDelay: 3600,
  limit: 3600,
  run,
});

test('jobs that waited, failed once or were under way are done after a restore, each once, done ones never again', async () => {
  const source = await openTestDatabase();
  const spineOf = ({ db }: { readonly db: unknown }) => ({ db, now: () => new Date() }) as unknown as Spine;
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun = new Set<unknown>();
  const kinds = (run: JobDefinition['run']) =>
    ['quick', 'failing', 'slow'].map((name) => definition(name, run));
  const queue = await openJobQueue(
    source,
    kinds(async (_, { n }) => {
      begun.add(n);
      if (n === 'fails') throw new Error('away');
      if (n === 'lasts') await held;
    }),
    { works: true, pollSeconds: 0.5 },
  );
  await queue.jobs.enqueue(source.db, 'quick', { n: 'done' });
  await queue.jobs.enqueue(source.db, 'failing', { n: 'fails' }, { onceKey: 'a key' });
  await queue.jobs.enqueue(source.db, 'slow', { n: 'lasts' });
  await queue.jobs.enqueue(
    source.db,
    'quick',
    { n: 'later' },
    { startAfter: new Date(Date.now() + 3_600_000) },
  );
  await queue.work(spineOf(source));
  const stateOf = async (name: string): Promise<readonly string[]> =>
    (
      await sql<{ state: string }>`select state::text from job.job where name = ${name} order by 1`.execute(
        source.db,
      )
    ).rows.map(({ state }) => state);
  await until(
    async () =>
      begun.size === 3 &&
      (await stateOf('quick')).includes('completed') &&
      (await stateOf('failing')).includes('retry'),
  );
  const path = join(folder, 'backup.tar.gz');
  await makeBackup({ pool: source.pool, bytes: noFiles, keyFingerprint: 'k', path, now: new Date() });
  release();
  await queue.stop();

  const target = await openTestDatabase({ migrated: false });
  await restoreBackup({ pool: target.pool, bytes: noFiles, keyFingerprint: 'k', path });
  // A backup made before the restored system was ever started still has them.
  const second = join(folder, 'second.tar.gz');
  await makeBackup({ pool: target.pool, bytes: noFiles, keyFingerprint: 'k', path: second, now: new Date() });
  const last = await openTestDatabase({ migrated: false });
  await restoreBackup({ pool: last.pool, bytes: noFiles, keyFingerprint: 'k', path: second });

  const done: unknown[] = [];
  const again = await openJobQueue(
    last,
    kinds(async (_, { n }) => void done.push(n)),
    { works: true, pollSeconds: 0.5 },
  );
  const later = await openJobQueue(
    last,
    kinds(async () => {}),
  );
  const { rows } = await sql<{ n: string; key: string }>`
    select data ->> 'n' as n, singleton_key as key from job.job where name in ('quick', 'failing', 'slow') order by 1`.execute(
    last.db,
  );
  assert.deepEqual(
    rows.map(({ n }) => n),
    ['fails', 'lasts', 'later'],
    'taken over once, however many programs start',
  );
  assert.equal(rows[0]?.key, 'a key');
  await sql`update job.job set start_after = now()`.execute(last.db);
  await again.work(spineOf(last));
  await until(() => done.length >= 3);
  assert.deepEqual(done.toSorted(), ['fails', 'lasts', 'later']);
  await again.stop();
  await later.stop();
});
