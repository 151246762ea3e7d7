import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../test-database-kit.ts';
import { MigrationError, migrate, migrationFolder, readMigrations } from './migrate.ts';

const folder = await mkdtemp(join(tmpdir(), 'gongkai-migrate-'));
after(() => rm(folder, { recursive: true, force: true }));
const copy = async (name: string): Promise<string> => {
  const target = join(folder, name);
  await cp(migrationFolder, target, { recursive: true });
  return target;
};

test('programs that start together on an empty database bring it up once', async () => {
  const { pool } = await openTestDatabase({ migrated: false });
  const ran = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
  assert.deepEqual(
    ran.flat().sort(),
    readMigrations().map(({ name }) => name),
  );
});

test('a migration that fails half way leaves nothing, and the next start goes on from there', async () => {
  const { pool } = await openTestDatabase();
  const broken = await copy('broken');
  await writeFile(join(broken, '9998-good.sql'), 'create table good (id int);');
  await writeFile(join(broken, '9999-bad.sql'), 'create table half (id int); select 1/0;');
  await assert.rejects(migrate(pool, broken), /division by zero/);
  const tables = async () =>
    (await pool.query("select tablename from pg_tables where tablename in ('good', 'half')")).rows.map(
      ({ tablename }) => tablename,
    );
  assert.deepEqual(await tables(), ['good']);
  await writeFile(join(broken, '9999-bad.sql'), 'create table half (id int);');
  assert.deepEqual(await migrate(pool, broken), ['9999-bad']);
});

test('a database of a newer program is refused, and the message says so', async () => {
  const { pool } = await openTestDatabase();
  const newer = await copy('newer');
  await writeFile(join(newer, '9999-later.sql'), 'create table later (id int);');
  await migrate(pool, newer);
  await assert.rejects(
    migrate(pool),
    (error: Error) => error instanceof MigrationError && /更新版本/.test(error.message),
  );
});

test('a migration that was changed after it ran is refused', async () => {
  const { pool } = await openTestDatabase();
  const changed = await copy('changed');
  await writeFile(join(changed, '0003-column.sql'), '-- something else');
  await assert.rejects(migrate(pool, changed), MigrationError);
});
