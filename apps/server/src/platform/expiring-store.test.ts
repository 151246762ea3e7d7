import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExpiringStore } from './expiring-store.ts';

const storeAt = (clock: { time: number }, forgotten: string[] = []) =>
  createExpiringStore<string>({
    minutes: 10,
    megabytes: 1,
    now: () => clock.time,
    onForget: (value) => forgotten.push(value),
  });

test('a result is there until its time is over, and gone a moment later', () => {
  const clock = { time: 0 };
  const forgotten: string[] = [];
  const store = storeAt(clock, forgotten);
  const id = store.add('report', 10) as string;
  clock.time = 10 * 60_000 - 1;
  assert.equal(store.get(id)?.value, 'report');
  clock.time += 1;
  assert.equal(store.get(id), undefined);
  assert.deepEqual(forgotten, ['report']);
  assert.equal(store.bytes(), 0);
});

test('a full store turns new uploads away and leaves those of others alone', () => {
  const clock = { time: 0 };
  const store = storeAt(clock);
  const id = store.add('first', 700_000) as string;
  assert.equal(store.add('second', 700_000), null);
  assert.equal(store.get(id)?.value, 'first');
  store.delete(id);
  assert.notEqual(store.add('second', 700_000), null);
});

test('ids cannot be guessed: 128 bits, and no two alike', () => {
  const store = storeAt({ time: 0 });
  const ids = Array.from({ length: 100 }, () => store.add('x', 1) as string);
  assert.equal(new Set(ids).size, 100);
  for (const id of ids) assert.match(id, /^[\w-]{22}$/);
});

test('what is on its way counts as if it were there, and a value cannot outgrow the store', () => {
  const store = storeAt({ time: 0 });
  const coming = store.reserve();
  assert.equal(coming.grow(500_000), true);
  assert.equal(coming.grow(300_000), true);
  assert.equal(coming.grow(300_000), false);
  assert.equal(store.add('report', 400_000), null);
  coming.release();
  coming.release();
  assert.equal(store.bytes(), 0);
  const id = store.add('report', 400_000) as string;
  assert.equal(store.resize(id, 2_000_000), false);
  assert.equal(store.resize(id, 900_000), true);
  assert.equal(store.bytes(), 900_000);
});
