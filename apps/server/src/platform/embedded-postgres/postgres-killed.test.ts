import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readPidFile } from './cluster-processes.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import { makeFolder, query, queryWhenBack } from './embedded-postgres-test-kit.ts';

/** The tests follow each other on one database: setting one up takes a second. */
const shared = join(makeFolder(0o711), `很长的路径 ${'数据目录'.repeat(8)}`);

const skip = process.platform === 'linux' ? false : 'finds processes by /proc';

const reopen = async (t: TestContext, folder: string): Promise<EmbeddedPostgres> => {
  const postgres = await openEmbeddedPostgres(folder);
  t.after(postgres.stop);
  return postgres;
};

test('PostgreSQL killed as a whole comes back by itself with what it acknowledged, at the same address', {
  skip,
}, async (t) => {
  const folder = shared;
  const postgres = await reopen(t, folder);
  const exits: (number | null)[] = [];
  postgres.onExit((code) => exits.push(code));
  await query(postgres.connection, 'create table row (number int primary key)');
  for (let number = 1; number <= 3; number += 1) {
    await query(postgres.connection, 'insert into row values ($1)', [number]);
    process.kill(readPidFile(join(folder, 'postgres'))!.pid, 'SIGKILL');
    assert.deepEqual(await queryWhenBack(postgres.connection, 'select count(*)::int as count from row'), [
      { count: number },
    ]);
  }
  assert.deepEqual(exits, [null, null, null]);
});

test('PostgreSQL comes back though a busy session of the killed one does not notice', { skip }, async (t) => {
  const folder = shared;
  const postgres = await reopen(t, folder);
  const busy =
    'select count(*) from generate_series(1, 20000) a, generate_series(1, 20000) b, generate_series(1, 20000) c';
  const lost = assert.rejects(query(postgres.connection, busy));
  const active = `select pid from pg_stat_activity where query = '${busy}' and state = 'active'`;
  while ((await query(postgres.administration, active)).length === 0);
  process.kill(readPidFile(join(folder, 'postgres'))!.pid, 'SIGKILL');
  await queryWhenBack(postgres.connection, 'select 1');
  await lost;
});

test('one killed session takes no other data with it', { skip }, async (t) => {
  const postgres = await reopen(t, shared);
  await query(postgres.connection, 'create table other as select 1 as number');
  const lost = assert.rejects(query(postgres.connection, 'select pg_sleep(1000)'));
  const sleeping =
    "select pid from pg_stat_activity where query = 'select pg_sleep(1000)' and state = 'active'";
  let pid: number | undefined;
  while (!pid) pid = (await query<{ pid: number }>(postgres.administration, sleeping))[0]?.pid;
  process.kill(pid, 'SIGKILL');
  await lost;
  assert.deepEqual(await queryWhenBack(postgres.connection, 'select number from other'), [{ number: 1 }]);
});
