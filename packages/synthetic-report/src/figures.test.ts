import assert from 'node:assert/strict';
import test from 'node:test';
import { sum } from '../../annual-report/src/decimal.ts';
import type { FormId, TableId } from '../../annual-report/src/form/form.ts';
import { relationsOf } from '../../annual-report/src/form/relations.ts';
import { blankPolicies } from './blanks.ts';
import { generateFamily, generateSeries } from './family.ts';
import { draft } from './generate.ts';

const seeds = Array.from({ length: 150 }, (_, i) => i);

test('every relation of the form holds in every invented report', () => {
  for (const seed of seeds) {
    const { figures } = draft(seed);
    for (const [table, form] of Object.entries(figures.forms) as [TableId, FormId][])
      for (const relation of relationsOf(form, table)) {
        const side = (ids: readonly string[]): string => sum(ids.map((id) => figures.values.get(id)!));
        assert.equal(side(relation.left), side(relation.right), `${seed} ${relation.id}`);
      }
  }
});

test('both forms, hybrids, every way of leaving blanks, and amounts with many digits come up', () => {
  const drafts = Array.from({ length: 400 }, (_, i) => draft(`variety ${i}`));
  const forms = new Set(
    drafts.map(({ figures }) => `${figures.forms['proactive.20-1']}/${figures.forms.requests}`),
  );
  assert.deepEqual([...forms].toSorted(), ['2019/2019', '2021/2019', '2021/2021']);
  assert.deepEqual(
    blankPolicies.filter((policy) => !drafts.some(({ figures }) => figures.policy === policy)),
    [],
  );
  const amounts = drafts.flatMap(({ figures }) =>
    [...figures.values].filter(([id]) => id.endsWith('.amount')).map(([, value]) => value),
  );
  const digits = Math.max(...amounts.map((value) => value.replace('.', '').length));
  assert.ok(digits >= 12 && digits <= 16, `${digits} digits`);
  assert.ok(amounts.some((value) => value.includes('.')));
  assert.ok(
    drafts.some(({ figures }) =>
      [...figures.values].some(([id, value]) => id.endsWith('.change') && value.startsWith('-')),
    ),
  );
});

test('a blank cell hides a zero, or a total that its row still tells', () => {
  for (const seed of seeds) {
    const { figures } = draft(seed);
    for (const id of figures.blank)
      assert.ok(
        figures.values.get(id) === '0' || (figures.policy === 'totalColumnBlank' && id.endsWith('.total')),
        `${seed} ${id}`,
      );
  }
});

test('a series carries over what the year before left, and in force follows from issued and repealed', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const years = generateSeries(seed, [2021, 2022, 2023]);
    for (const [i, { figures }] of years.entries()) {
      const before = years[i - 1]?.figures.values;
      if (before === undefined) continue;
      for (const column of ['naturalPerson', 'business', 'total'])
        assert.equal(
          figures.values.get(`requests.carriedIn.${column}`),
          before.get(`requests.carriedOut.${column}`),
        );
      const row = 'proactive.20-1.normativeDocuments';
      const expected =
        Number(before.get(`${row}.inForce`)) +
        Number(figures.values.get(`${row}.issued`)) -
        Number(figures.values.get(`${row}.repealed`));
      assert.equal(figures.values.get(`${row}.inForce`), String(expected));
    }
  }
});

test('a parent is the sum of its children in every cell', () => {
  const [parent, ...children] = generateFamily(7, 5);
  assert.equal(children.length, 5);
  for (const [id, value] of parent!.figures.values)
    assert.equal(value, sum(children.map(({ figures }) => figures.values.get(id)!)), id);
});
