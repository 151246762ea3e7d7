import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as breathe } from 'node:timers/promises';
import { createLine, LineTooLong } from './line.ts';

test('so many work at a time, and the others in the order in which they came', async () => {
  const line = createLine(3, 60_000);
  const begun: number[] = [];
  let now = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      line.wait(async () => {
        begun.push(index);
        now += 1;
        most = Math.max(most, now);
        for (let turn = 0; turn < index % 4; turn += 1) await breathe();
        now -= 1;
      }),
    ),
  );
  assert.equal(most, 3);
  assert.deepEqual(
    begun,
    begun.toSorted((a, b) => a - b),
  );
  assert.equal(begun.length, 50);
});

test('work that fails gives its place to the next, and what it threw to its own caller', async () => {
  const line = createLine(1, 60_000);
  const failing = line.wait(() => Promise.reject(new Error('of its own')));
  const next = line.wait(async () => 'done');
  await assert.rejects(failing, /of its own/);
  assert.equal(await next, 'done');
});

test('whoever has waited too long is told so and leaves the line; the others stay in it', async () => {
  const line = createLine(1, 1);
  const held = Promise.withResolvers<void>();
  const first = line.wait(() => held.promise);
  let begun = false;
  const second = line.wait(async () => {
    begun = true;
  });
  assert.equal(line.waiting(), 1);
  await assert.rejects(second, LineTooLong);
  assert.equal(line.waiting(), 0);
  held.resolve();
  await first;
  assert.equal(begun, false);
  assert.equal(await line.wait(async () => 'free again'), 'free again');
});
