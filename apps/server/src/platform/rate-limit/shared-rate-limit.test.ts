import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestDatabase } from '../../test-database-kit.ts';
import { openDatabase } from '../database/open-database.ts';
import { takeToken } from './shared-rate-limit.ts';

const database = await openTestDatabase();
const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 16) + seconds * 1000);

const allowed = async (key: string, tries: number, perMinute: number, seconds: number): Promise<number> => {
  const answers = await Promise.all(
    Array.from({ length: tries }, () => takeToken(database.db, key, perMinute, at(seconds))),
  );
  return answers.filter((answer) => answer.allowed).length;
};

test('of many at the same instant as many are let through as a minute has, and evenly more as time passes', async () => {
  assert.equal(await allowed('a', 50, 12, 0), 12);
  assert.equal(await allowed('a', 50, 12, 4), 0);
  assert.equal(await allowed('a', 50, 12, 5), 1);
  assert.equal(await allowed('a', 50, 12, 20), 3);
  assert.equal(await allowed('a', 50, 12, 3600), 12);
});

test('each key has a bucket of its own', async () => {
  assert.equal(await allowed('b', 5, 2, 0), 2);
  assert.equal(await allowed('c', 5, 2, 0), 2);
});

test('who is turned away does not wait longer for having asked', async () => {
  await allowed('d', 6, 6, 0);
  for (let second = 1; second < 10; second += 1) assert.equal(await allowed('d', 3, 6, second), 0);
  assert.equal(await allowed('d', 3, 6, 10), 1);
});

test('a clock that goes back gives nothing and takes nothing', async () => {
  await allowed('e', 6, 6, 100);
  assert.equal(await allowed('e', 3, 6, 0), 0);
  assert.equal(await allowed('e', 3, 6, 110), 1);
});

test('two programs on one database share the buckets', async (t) => {
  const other = openDatabase(database.connection, 4);
  t.after(() => other.close());
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => takeToken((n % 2 ? other : database).db, 'f', 10, at(0))),
  );
  assert.equal(answers.filter((answer) => answer.allowed).length, 10);
});

test('who is turned away is told when to come again', async () => {
  await allowed('g', 2, 2, 0);
  assert.deepEqual(await takeToken(database.db, 'g', 2, at(0)), { allowed: false, retryAfter: 30 });
});

test('what costs more takes more; what a bucket holds may be more than it gets back in a minute', async () => {
  const take = async (cost: number, seconds: number) =>
    (await takeToken(database.db, 'h', 10, at(seconds), { cost, most: 100 })).allowed;
  assert.deepEqual([await take(60, 0), await take(60, 0), await take(39.5, 0)], [true, false, true]);
  assert.deepEqual([await take(10, 30), await take(10, 60)], [false, true]);
});
