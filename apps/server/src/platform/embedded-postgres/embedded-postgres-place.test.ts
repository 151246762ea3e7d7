import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { isRoot, makeFolder, query, refusal, startProgram } from './embedded-postgres-test-kit.ts';
import { type Account, barrierTo, findAccount } from './find-account.ts';
import { findPackage, findProgram } from './find-program.ts';
import { placeCluster } from './place-cluster.ts';

test('library links that a blocked install script has not made are made at the start', () => {
  const folder = makeFolder(0o755);
  const installed = findPackage();
  const native = join(folder, 'native');
  spawnSync('cp', ['-r', installed.native, native]);
  for (const name of ['libpq.so.5', 'libicuuc.so.60']) rmSync(join(native, 'lib', name), { force: true });
  const place = placeCluster(join(folder, 'data'));
  const program = findProgram(place, { ...installed, native });
  const { status, stderr } = spawnSync(program.initdb, ['--version'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});

test('as root, a data folder under a closed home has its database elsewhere, and finds it again', {
  skip: !isRoot,
}, async () => {
  const home = makeFolder(0o700);
  const systemFolder = join(makeFolder(0o711), 'gongkai');
  const folder = join(home, 'data');
  const first = await openEmbeddedPostgres(folder, { systemFolder, durable: false });
  await query(first.connection, 'create table note as select 7 as number');
  await assert.rejects(
    openEmbeddedPostgres(folder, { systemFolder, durable: false }),
    refusal('database.inUse', /data/),
  );
  await first.stop();
  const note = join(folder, 'postgres-location.txt');
  const [elsewhere] = readFileSync(note, 'utf8').split('\n') as [string];
  assert.ok(elsewhere.startsWith(systemFolder) && existsSync(join(elsewhere, 'postgres')));
  assert.equal(existsSync(join(folder, 'postgres')), false);
  assert.equal(statSync(elsewhere).mode & 0o007, 0);

  const second = await openEmbeddedPostgres(folder, { systemFolder, durable: false });
  assert.deepEqual(await query(second.connection, 'select number from note'), [{ number: 7 }]);
  await second.stop();

  rmSync(elsewhere, { recursive: true });
  await assert.rejects(
    openEmbeddedPostgres(folder, { systemFolder, durable: false }),
    refusal('database.clusterAbsent', /那里没有数据库/),
  );
});

/** An ordinary account that can run Node and this checkout; null when there is none. */
const ordinary = (): Account | null => {
  if (!isRoot) return null;
  const account = findAccount('nobody');
  const needed = [dirname(process.execPath), import.meta.dirname];
  return needed.every((folder) => barrierTo(folder, account) === null) ? account : null;
};

test('what an ordinary user has set up under a closed home, root opens too, and then the user again', {
  skip: !ordinary(),
}, async () => {
  const account = ordinary()!;
  const home = makeFolder(0o700);
  chownSync(home, account.uid, account.gid);
  const folder = join(home, '数据 目录');
  const first = startProgram(folder, account);
  await first.says('row 5');
  first.child.kill('SIGKILL');
  await first.exited;

  const asRoot = await openEmbeddedPostgres(folder);
  const [found] = await query<{ last: number }>(asRoot.connection, 'select max(number) as last from row');
  await asRoot.stop();
  assert.ok(found!.last >= first.acknowledged());
  assert.equal(statSync(join(folder, 'postgres')).uid, account.uid);

  const again = startProgram(folder, account);
  await again.says(`row ${found!.last + 1}`);
  again.child.kill('SIGTERM');
  await again.exited;
  assert.equal(again.child.exitCode, 0);
});

test('an ordinary user is told that the database belongs to somebody else', {
  skip: !ordinary(),
}, async () => {
  const folder = makeFolder(0o711);
  await (await openEmbeddedPostgres(folder, { durable: false, account: 'postgres' })).stop();
  const program = startProgram(folder, ordinary()!);
  assert.match(await program.says('refused'), /database.noAccess 没有权限使用数据库所在的文件夹/);
});

test('as root, a program under a closed home is run from a copy', { skip: !isRoot }, () => {
  const closed = makeFolder(0o700);
  const systemFolder = join(makeFolder(0o711), 'gongkai');
  const installed = findPackage();
  const native = join(closed, 'native');
  spawnSync('cp', ['-r', installed.native, native]);
  const place = placeCluster(join(makeFolder(0o711), 'data'), { systemFolder });
  const program = findProgram(place, { ...installed, native });
  assert.ok(program.postgres.startsWith(systemFolder));
  const { uid, gid } = place.account!;
  const { status, stderr } = spawnSync(program.postgres, ['--version'], {
    uid,
    gid,
    cwd: '/',
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('an account that does not exist, or root itself, is refused', { skip: !isRoot }, () => {
  assert.throws(
    () => findAccount('nobody-of-this-name'),
    refusal('database.noAccount', /nobody-of-this-name/),
  );
  assert.throws(() => findAccount('root'), refusal('database.noAccount', /root/));
});
