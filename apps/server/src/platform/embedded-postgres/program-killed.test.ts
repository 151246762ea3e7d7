import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { clusterProcesses, readPidFile } from './cluster-processes.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import { makeFolder, type Program, query, startProgram, watchdogOf } from './embedded-postgres-test-kit.ts';
import { untilOrLate } from './until.ts';

/** Shared by tests whose program goes on where the last was killed. */
const shared = join(makeFolder(0o711), `很长的路径 ${'数据目录'.repeat(8)}`);

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

test('when the program is killed, its watchdog, though not the first one, ends PostgreSQL, and no acknowledged row is lost', {
  skip,
}, async (t) => {
  const folder = shared;
  const program = await startedProgram(folder);
  const { socketFolder } = readPidFile(join(folder, 'postgres'))!;
  const killed = watchdogOf(program.child.pid!)!;
  process.kill(killed, 'SIGKILL');
  assert.ok(await untilOrLate(() => ![undefined, killed].includes(watchdogOf(program.child.pid!)), 60_000));
  program.child.kill('SIGKILL');
  await program.exited;
  const cluster = join(folder, 'postgres');
  // Longer than the watchdog itself waits before it urges.
  assert.ok(await untilOrLate(() => clusterProcesses(cluster).length === 0, 120_000, 20));
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
  const watchdog = watchdogOf(program.child.pid!)!;
  process.kill(program.child.pid!, 'SIGSTOP');
  process.kill(watchdog, 'SIGKILL');
  program.child.kill('SIGKILL');
  await program.exited;
  const orphan = readPidFile(join(folder, 'postgres'))!.pid;
  const postgres = await reopen(t, folder);
  assert.notEqual(readPidFile(join(folder, 'postgres'))!.pid, orphan);
  await holdsRows(postgres, program.acknowledged());
});

test('with program, watchdog and PostgreSQL all killed at once, every acknowledged row is there after', {
  skip,
}, async (t) => {
  const folder = shared;
  const program = await startedProgram(folder);
  const cluster = join(folder, 'postgres');
  process.kill(program.child.pid!, 'SIGSTOP');
  process.kill(watchdogOf(program.child.pid!)!, 'SIGKILL');
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
  const said = await Promise.all(programs.map((program) => program.says('row 1', 'refused')));
  const winner = programs[said.indexOf('row 1')]!;
  const refused = said.find((line) => line.startsWith('refused'));
  assert.match(refused ?? '', new RegExp(`database.inUse.*${folder}.*进程号 ${winner.child.pid}`));
  winner.child.kill('SIGTERM');
  await winner.exited;
  assert.equal(winner.child.exitCode, 0);
});

test('a program killed while it sets the database up leaves the next one free to do so', {
  skip,
}, async (t) => {
  const folder = makeFolder();
  const program = startProgram(folder);
  const isSettingUp = (): boolean =>
    readdirSync(folder).some((name) => existsSync(join(folder, name, 'PG_VERSION')));
  assert.ok(await untilOrLate(isSettingUp, 60_000, 1));
  program.child.kill('SIGKILL');
  await program.exited;
  const postgres = await reopen(t, folder);
  assert.deepEqual(await query(postgres.connection, 'select 1 as one'), [{ one: 1 }]);
});
