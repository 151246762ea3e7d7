import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createPool, TaskFailed } from './pool.ts';

// Starting a thread counts as time of its first task: on a busy machine an honest task needs far more than it computes.
const pool = createPool<string, string>({
  script: new URL('../test/told-tasks.ts', import.meta.url),
  size: 2,
  seconds: 60,
  megabytes: 64,
});
/** What a task may take that is meant to run out of time. */
const soon = 1;
after(() => pool.close());

const reason = (expected: TaskFailed['reason']) => (error: unknown) =>
  error instanceof TaskFailed && error.reason === expected;

test('many tasks are all answered, each with its own result', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `task ${index}`);
  const results = await Promise.all(names.map((name) => pool.run(name)));
  assert.deepEqual(
    results.map((result) => result.replace(/ in \d+$/, '')),
    names,
  );
});

test('a file that hangs, eats memory or kills its thread fails alone, and its neighbours are read', async () => {
  const neighbours = Array.from({ length: 12 }, (_, index) => pool.run(`neighbour ${index}`));
  const bad = [
    assert.rejects(pool.run('hang', { seconds: soon }), reason('time')),
    assert.rejects(pool.run('eat'), reason('memory')),
    assert.rejects(pool.run('die'), reason('crash')),
    assert.rejects(pool.run('throw'), /as told/),
  ];
  const more = Array.from({ length: 12 }, (_, index) => pool.run(`later ${index}`));
  await Promise.all(bad);
  assert.equal((await Promise.all([...neighbours, ...more])).length, 24);
  assert.equal(pool.pending(), 0);
});

test('a thread that asks to be replaced answers, and what waited behind it is answered by another', async () => {
  const results = await Promise.all(['break', 'a', 'b', 'break', 'c', 'd'].map((task) => pool.run(task)));
  assert.deepEqual(
    results.map((result) => result.split(' ')[0]),
    ['break', 'a', 'b', 'break', 'c', 'd'],
  );
});

test('a reading that is no longer wanted is stopped', async () => {
  const stop = new AbortController();
  const hanging = pool.run('hang', { signal: stop.signal });
  setTimeout(() => stop.abort(), 100);
  await assert.rejects(hanging, reason('cancelled'));
  assert.match(await pool.run('next'), /^next/);
});

test('one file of somebody is not kept waiting by the thousand files of somebody else', async () => {
  let ended = 0;
  const thousand = Array.from({ length: 1000 }, () =>
    pool.run('work', { lane: 'many' }).then(() => {
      ended += 1;
    }),
  );
  const before = await pool.run('one', { lane: 'single' }).then(() => ended);
  assert.ok(before < 20, `${before} of the others were served first`);
  await Promise.all(thousand);
});

test('files that hang hold one thread at most; the others go on beside them', async () => {
  await assert.rejects(pool.run('hang', { lane: 'hostile', seconds: soon }), reason('time'));
  const stop = new AbortController();
  const order: string[] = [];
  const hanging = ['hang', 'hang'].map((task) =>
    assert
      .rejects(pool.run(task, { lane: 'hostile', signal: stop.signal }), reason('cancelled'))
      .then(() => order.push(task)),
  );
  await Promise.all(
    ['a', 'b', 'c'].map((task) => pool.run(task, { lane: 'friendly' }).then(() => order.push(task))),
  );
  assert.deepEqual(order.toSorted(), ['a', 'b', 'c']);
  stop.abort();
  await Promise.all(hanging);
});
