import assert from 'node:assert/strict';
import test from 'node:test';
import { draft, lay } from '../generate.ts';
import type { Laid } from '../laid.ts';
import { createRandom } from '../random.ts';
import { truthsOf } from '../truth.ts';
import { damaged, damages } from './damages.ts';

const other = (): Laid => lay('other', draft('other'));
const apply = (name: string, seed: number): readonly [before: Laid, after: Laid] => {
  const before = lay(seed, draft(seed));
  return [before, damaged(before, [name], { random: createRandom(`${name} ${seed}`), other, grid: true })];
};

test('there are at least twenty-nine kinds of damage, each with a name of its own, and each can be done', () => {
  const names = damages.map(({ name }) => name);
  assert.ok(names.length >= 29);
  assert.equal(new Set(names).size, names.length);
  for (const name of names)
    assert.ok(
      Array.from({ length: 30 }, (_, seed) => apply(name, seed)[1]).some((laid) =>
        laid.damages.includes(name),
      ),
      name,
    );
});

test('the same seed does the same damage', () => {
  for (const { name } of damages) assert.deepEqual(apply(name, 3)[1], apply(name, 3)[1]);
});

test('damage changes what is printed, never what the figures of the report are', () => {
  // These print another figure or none on purpose; all others must leave every value as it was.
  const changing = new Set([
    'unitInCell',
    'unitInEveryCell',
    'markForZero',
    'wordForNumber',
    'rowMissing',
    'figuresMerged',
  ]);
  for (const { name } of damages) {
    if (changing.has(name)) continue;
    for (let seed = 0; seed < 4; seed++) {
      const [before, after] = apply(name, seed);
      const [was] = truthsOf(before);
      const [is] = truthsOf(after);
      for (const [id, cell] of was!.cells)
        assert.equal(is!.cells.get(id)!.value, cell.value, `${name} ${seed} ${id}`);
    }
  }
});

test('an amount printed in another unit is the same amount', () => {
  for (let seed = 0; seed < 40; seed++) {
    const made = draft(seed, { form: '2019', year: 2019, policy: 'filled' });
    const laid = damaged(lay(seed, made), ['unitInEveryCell'], { random: createRandom(seed), other });
    const cell = truthsOf(laid)[0]!.cells.get('proactive.20-9.procurement.amount')!;
    const yuan = Number(made.figures.values.get('proactive.20-9.procurement.amount'));
    assert.ok(
      Math.abs(Number(cell.value) * (cell.unit === '万元' ? 10_000 : 1) - yuan) < 1e-3 * Math.max(1, yuan),
    );
  }
});

test('a row that is gone is absent, not blank', () => {
  const [, after] = apply('rowMissing', 1);
  const absent = [...truthsOf(after)[0]!.cells].filter(([, { statuses }]) => statuses.includes('absent'));
  assert.ok(absent.length >= 1);
  assert.ok(absent.every(([, { value, recoverable }]) => value === null && !recoverable));
});

test('two reports in one file have two truths; side by side none of their figures can be known', () => {
  const after = truthsOf(apply('twoReports', 1)[1]);
  assert.equal(after.length, 2);
  assert.notEqual(after[0]!.agency + after[0]!.year, after[1]!.agency + after[1]!.year);
  const mixed = truthsOf(apply('twoReportsInterleaved', 1)[1]);
  assert.equal(mixed.length, 2);
  assert.ok(mixed.every(({ cells }) => [...cells.values()].every(({ recoverable }) => !recoverable)));
});

test('any damages may meet in one report', () => {
  const names = damages.map(({ name }) => name);
  for (let seed = 0; seed < 60; seed++) {
    const random = createRandom(`meet ${seed}`);
    const laid = damaged(lay(seed, draft(seed)), random.shuffle(names).slice(0, 8), { random, other });
    assert.ok(
      truthsOf(laid).every(({ cells }) => cells.size >= 186),
      String(seed),
    );
  }
});
