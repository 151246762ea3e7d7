import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openEmbeddedPostgres } from './embedded-postgres.ts';
import { makeFolder, query, refusal } from './embedded-postgres-test-kit.ts';
import { findPackage } from './find-program.ts';

/** The tests follow each other on one database: setting one up takes a second. */
const folder = makeFolder();

test('a database of another major version is left alone, with word of backup and restore', async () => {
  await (await openEmbeddedPostgres(folder)).stop();
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n');
  await assert.rejects(
    openEmbeddedPostgres(folder),
    refusal('database.otherVersion', /PostgreSQL 15 建立.*PostgreSQL 18.*gongkai backup.*gongkai restore/),
  );
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18\n');
  await (await openEmbeddedPostgres(folder)).stop();
});

test('a damaged database says so and is not overwritten', async () => {
  const control = join(folder, 'postgres', 'global', 'pg_control');
  truncateSync(control, 100);
  await assert.rejects(
    openEmbeddedPostgres(folder),
    refusal('database.damaged', /损坏.*另存一份.*gongkai restore/),
  );
  assert.equal(statSync(control).size, 100);
  rmSync(control);
  await assert.rejects(openEmbeddedPostgres(folder), refusal('database.damaged', /缺少 global\/pg_control/));
  // The refused start has let go of everything: the folder is not in use.
  await assert.rejects(openEmbeddedPostgres(folder), refusal('database.damaged', /缺少/));
});

test('a set-up that was cut short leaves nothing that is in the way', async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'postgres.new.0123', 'base'), { recursive: true });
  writeFileSync(join(folder, 'postgres.new.0123', 'PG_VERSION'), '18\n');
  const postgres = await openEmbeddedPostgres(folder, { durable: false });
  assert.deepEqual(await query(postgres.connection, 'select 1 as one'), [{ one: 1 }]);
  await postgres.stop();
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('.new')),
    [],
  );
});

test('a data folder that is a file is refused with the reason', async () => {
  const folder = join(makeFolder(), 'data');
  writeFileSync(folder, '');
  await assert.rejects(
    openEmbeddedPostgres(join(folder, 'inside')),
    refusal('database.notFolder', /不能用作数据目录/),
  );
});

test('a system for which there is no package is told what to install', () => {
  assert.throws(
    () => findPackage('sunos', 'x64'),
    refusal('database.programMissing', /sunos-x64.*npm install.*DATABASE_URL/),
  );
});
