import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { clusterProcesses, readPidFile } from './cluster-processes.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import {
  makeFolder,
  type Program,
  query,
  queryWhenBack,
  startProgram,
  watchdogOf,
} from './embedded-postgres-test-kit.ts';
import { untilOrLate } from './until.ts';

/** Shared by tests whose program goes on where the last was killed. */
const shared = makeFolder();

const skip = process.platform === 'linux' ? false : 'finds processes by /proc';

/** Every row that was acknowledged is there, and at most the one that was on its way besides. */
const holdsRows = async ({ connection }: EmbeddedPostgres, acknowledged: number): Promise<void> => {
  const [found] = await query<{ count: number; last: number }>(
    connection,
    'select count(*)::int as count, max(number) as last from row',
  );
  assert.ok(acknowledged > 0);
  assert.equal(found?.count, found?.last);
  assert.ok(
    found!.last === acknowledged || found!.last === acknowledged + 1,
    `${found!.last} of ${acknowledged}`,
  );
};

/** A program that is in the middle of writing. */
const startedProgram = async (folder: string): Promise<Program> => {
  const program = startProgram(folder);
  await program.says('row ');
  assert.ok(await untilOrLate(() => program.said.length >= 20, 60_000));
  return program;
};

const reopen = async (t: TestContext, folder: string): Promise<EmbeddedPostgres> => {
  const postgres = await openEmbeddedPostgres(folder);
  t.after(postgres.stop);
  return postgres;
};

test('PostgreSQL killed as a whole comes back by itself with what it acknowledged, at the same address', {
  skip,
}, async (t) => {
  const folder = makeFolder();
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

test('when the program is killed, the watchdog ends PostgreSQL, and every acknowledged row is there after', {
  skip,
}, async (t) => {
  const folder = join(makeFolder(0o711), `很长的路径 ${'数据目录'.repeat(8)}`);
  const program = await startedProgram(folder);
  const { socketFolder } = readPidFile(join(folder, 'postgres'))!;
  program.child.kill('SIGKILL');
  await program.exited;
  const cluster = join(folder, 'postgres');
  assert.ok(await untilOrLate(() => clusterProcesses(cluster).length === 0, 60_000, 20));
  assert.equal(existsSync(join(cluster, 'postmaster.pid')), false);
  assert.ok(await untilOrLate(() => !existsSync(socketFolder), 60_000, 20));
  await holdsRows(await reopen(t, folder), program.acknowledged());
});

test('a program started while the killed one’s PostgreSQL is still there takes its place', {
  skip,
}, async (t) => {
  const folder = shared;
  const program = await startedProgram(folder);
  program.child.kill('SIGKILL');
  await program.exited;
  await holdsRows(await reopen(t, folder), program.acknowledged());
});

test('with the watchdog killed too, the next start ends the PostgreSQL that nobody ended', {
  skip,
}, async (t) => {
  const folder = shared;
  const program = await startedProgram(folder);
  const watchdog = watchdogOf(program.child.pid!);
  process.kill(program.child.pid!, 'SIGSTOP');
  process.kill(watchdog, 'SIGKILL');
  program.child.kill('SIGKILL');
  await program.exited;
  const orphan = readPidFile(join(folder, 'postgres'))!.pid;
  const postgres = await reopen(t, folder);
  assert.notEqual(readPidFile(join(folder, 'postgres'))!.pid, orphan);
  await holdsRows(postgres, program.acknowledged());
});

test('with everything killed at once, as by a power failure, every acknowledged row is there after', {
  skip,
}, async (t) => {
  const folder = shared;
  const program = await startedProgram(folder);
  const cluster = join(folder, 'postgres');
  process.kill(program.child.pid!, 'SIGSTOP');
  process.kill(watchdogOf(program.child.pid!), 'SIGKILL');
  for (const { pid } of clusterProcesses(cluster)) process.kill(pid, 'SIGKILL');
  program.child.kill('SIGKILL');
  await program.exited;
  assert.ok(existsSync(join(cluster, 'postmaster.pid')));
  await holdsRows(await reopen(t, folder), program.acknowledged());
});

test('of two programs started at the same instant on a new folder, exactly one gets it', {
  skip,
}, async () => {
  const folder = makeFolder();
  const programs = [startProgram(folder), startProgram(folder)];
  const said = await Promise.all(
    programs.map((program) => Promise.race([program.says('row 1'), program.says('refused')])),
  );
  const winner = programs[said.indexOf('row 1')]!;
  const refused = said.find((line) => line.startsWith('refused'));
  assert.match(refused ?? '', new RegExp(`database.inUse.*${folder}.*进程号 ${winner.child.pid}`));
  winner.child.kill('SIGTERM');
  await winner.exited;
  assert.equal(winner.child.exitCode, 0);
});
