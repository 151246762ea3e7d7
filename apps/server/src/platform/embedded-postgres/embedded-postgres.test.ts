import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isAlive } from './cluster-processes.ts';
import { findRunningPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import { makeFolder, query, refusal } from './embedded-postgres-test-kit.ts';

/** The tests follow each other on one database: setting one up takes a second. */
const folder = makeFolder();

test('what was written is there after an orderly stop and a second start', async () => {
  const first = await openEmbeddedPostgres(folder);
  await query(first.connection, "create table note as select '云山区' as text");
  await first.stop();
  await first.stop();
  await assert.rejects(query(first.connection, 'select 1'));

  const second = await openEmbeddedPostgres(folder);
  try {
    assert.deepEqual(await query(second.connection, 'select text from note'), [{ text: '云山区' }]);
    assert.deepEqual(second.connection, first.connection);
  } finally {
    await second.stop();
  }
});

test('the database sorts by ICU, checks its pages, flushes what it acknowledges and listens to no network', async () => {
  const postgres = await openEmbeddedPostgres(folder);
  try {
    const [found] = await query(
      postgres.connection,
      `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as network, datlocprovider as provider, datlocale as locale,
              (select rolsuper from pg_roles where rolname = current_user) as super
       from pg_database where datname = current_database()`,
    );
    const network = process.platform === 'win32' ? '127.0.0.1' : '';
    assert.deepEqual(found, {
      checksums: 'on',
      fsync: 'on',
      commit: 'on',
      encoding: 'UTF8',
      network,
      provider: 'i',
      locale: 'und',
      super: false,
    });
    const pinyin = `select string_agg(name, '' order by name collate "zh-x-icu") as names
                    from unnest(array['赵', '阿', '李']) as name`;
    assert.deepEqual(await query(postgres.connection, pinyin), [{ names: '阿李赵' }]);
    await query(postgres.connection, 'create extension pg_trgm');
    assert.deepEqual(await query(postgres.connection, "select similarity('信息公开', '信息公开') as alike"), [
      { alike: 1 },
    ]);
    const [role] = await query<{ super: boolean }>(
      postgres.administration,
      'select rolsuper as super from pg_roles where rolname = current_user',
    );
    assert.equal(role?.super, true);
    await assert.rejects(
      query({ ...postgres.connection, password: 'guess' }, 'select 1'),
      /password authentication failed/,
    );
  } finally {
    await postgres.stop();
  }
});

test('nobody else on the machine can read anything of the database', {
  skip: process.platform === 'win32',
}, async () => {
  const postgres = await openEmbeddedPostgres(folder);
  await postgres.stop();
  const open = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(folder, name)).mode & 0o007) !== 0,
  );
  assert.deepEqual(open, []);
  assert.equal(statSync(folder).mode & 0o007, 0);
});

test('a path with spaces and Chinese characters, and one too long for a socket, hold a database', async () => {
  for (const name of ["云山区 信息公开 (2026)'s", `很长的路径 "引号", 逗号${'/数据目录'.repeat(12)}`]) {
    const folder = join(makeFolder(0o711), name);
    const postgres = await openEmbeddedPostgres(folder, { durable: false });
    try {
      assert.deepEqual(await query(postgres.connection, 'select 1 as one'), [{ one: 1 }]);
      assert.deepEqual(findRunningPostgres(folder), postgres.connection);
    } finally {
      await postgres.stop();
    }
    assert.equal(findRunningPostgres(folder), null);
    if (!postgres.connection.host.startsWith(folder))
      assert.equal(existsSync(postgres.connection.host), false);
  }
});

test('the folder of an open database is refused to whoever comes second, and free again after the stop', async () => {
  const first = await openEmbeddedPostgres(folder);
  const pattern = new RegExp(`${folder}.*进程号 ${process.pid}.*换一个数据目录`);
  await assert.rejects(openEmbeddedPostgres(folder), refusal('database.inUse', pattern));
  await assert.rejects(
    openEmbeddedPostgres(join(folder, '..', folder.split('/').at(-1)!)),
    refusal('database.inUse', pattern),
  );
  assert.deepEqual(await query(first.connection, 'select 1 as one'), [{ one: 1 }]);
  await first.stop();
  const second = await openEmbeddedPostgres(folder);
  await second.stop();
});

test('a postmaster.pid left by a crash doesn’t hinder the start, whoever has its number now', async (t) => {
  const postgres = await openEmbeddedPostgres(folder);
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  const left = readFileSync(pidFile, 'utf8');
  await postgres.stop();

  // Of PostgreSQL's own account, for that is whose numbers PostgreSQL takes seriously.
  const owner = statSync(join(folder, 'postgres'));
  const stranger = spawn('sleep', ['1000'], { uid: owner.uid, gid: owner.gid });
  t.after(() => stranger.kill('SIGKILL'));
  for (const pid of [stranger.pid!, process.pid, 2 ** 22 - 3]) {
    writeFileSync(pidFile, left.replace(/^\d+/, String(pid)));
    const again = await openEmbeddedPostgres(folder);
    assert.deepEqual(await query(again.connection, 'select 1 as one'), [{ one: 1 }]);
    await again.stop();
  }
  assert.ok(isAlive(stranger.pid!));
});

test('PostgreSQL’s log names no values, neither those of a refused row nor those of a statement that crashed', async () => {
  const postgres = await openEmbeddedPostgres(folder);
  const { connection, administration } = postgres;
  await query(connection, 'create table person (name text primary key, age int)');
  await query(connection, "insert into person values ('欧阳秘密', 1)");
  await assert.rejects(query(connection, 'insert into person values ($1, 2)', ['欧阳秘密']), /duplicate key/);
  await assert.rejects(query(connection, "select '欧阳秘密'::int"), /invalid input syntax/);
  await assert.rejects(query(connection, 'select $1::text::int', ['欧阳秘密']), /invalid input syntax/);
  const crashed = assert.rejects(query(connection, "select pg_sleep(100), '欧阳秘密'"));
  const sleeping =
    "select pid from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'";
  let pid: number | undefined;
  while (!pid) pid = (await query<{ pid: number }>(administration, sleeping))[0]?.pid;
  process.kill(pid, 'SIGKILL');
  await crashed;
  await postgres.stop();
  const log = readFileSync(join(folder, 'logs', 'postgres.log'), 'utf8');
  assert.match(log, /terminated by signal 9/);
  assert.doesNotMatch(log, /欧阳|person|pg_sleep/);
});
