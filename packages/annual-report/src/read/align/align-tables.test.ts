import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Form } from '../../form/form.ts';
import { cellsOf, forms } from '../../form/forms.ts';
import type { Line } from '../source.ts';
import { alignTables } from './align-tables.ts';
import type { Damage, Figures } from './build-sources.ts';
import { consistentFigures, lineOf, rowsOf, sourceOf } from './build-sources.ts';

type Layout = (form: Form, figures: Figures, damage: Damage) => readonly Line[];

const cellLines: Layout = (form, figures, damage) =>
  rowsOf(form, figures, damage).flatMap((row) => row.map((piece) => lineOf('text', [piece])));
const tabRows: Layout = (form, figures, damage) =>
  rowsOf(form, figures, damage).map((row) => lineOf('cells', row));
const spaceRows: Layout = (form, figures, damage) =>
  rowsOf(form, figures, damage).map((row) => lineOf('text', [row.join(' ')]));
const smallGrids: Layout = (form, figures, damage) =>
  rowsOf(form, figures, damage).map((row, at) => lineOf('grid', row, at + 1, 1));

const layouts: Readonly<Record<string, Layout>> = { cellLines, tabRows, spaceRows, smallGrids };

/** Drops or doubles one character of one label in ten. */
const damageBy =
  (pick: () => number): Damage =>
  (label) => {
    const choice = pick() % 20;
    if (choice > 1 || label.length < 5) return label;
    const at = pick() % label.length;
    return label.slice(0, at) + (choice === 0 ? '' : (label[at] as string).repeat(2)) + label.slice(at + 1);
  };

const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
};

/** Names of two to four characters are too like one another to be told when damaged: （七）总计, （六）其他处理. */
const shortName = /^（.）.{2,4}$/u;

for (const [name, layout] of Object.entries(layouts))
  test(`figures laid out as ${name} come back, none of them wrong, whatever happened to the labels`, () => {
    let all = 0;
    let right = 0;
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...forms), (seed, form) => {
        const next = numbers(seed);
        const figures = consistentFigures(form, () => (next() % 3 === 0 ? next() % 400 : 0));
        const damage = damageBy(next);
        const untold = new Set<string>();
        const lines = layout(form, figures, (label) => {
          const damaged = damage(label);
          if (damaged !== label && shortName.test(label)) untold.add(label);
          return damaged;
        });
        const { cells } = alignTables(sourceOf(lines));
        for (const table of form.tables)
          for (const { id, row } of cellsOf(table)) {
            const value = figures.get(id);
            const found = cells.get(id)?.value ?? null;
            assert.ok(found === null || found === value, `${id} is ${value}, not ${found}`);
            if (found === null && untold.has(row.label.split('/').at(-1) ?? '')) continue;
            all += 1;
            if (found === value) right += 1;
          }
      }),
      { numRuns: 100 },
    );
    assert.ok(right >= all * 0.995, `${right} of ${all} read`);
  });

test('a row that lost the year out of its name is still the one of the year before, not its neighbour', () => {
  const form = forms[1] as Form;
  const figures = consistentFigures(form, numbers(205235704));
  const harm =
    (...changes: readonly (readonly [string, string])[]): Damage =>
    (label) =>
      changes.reduce((text, [from, to]) => text.replace(from, to), label);
  const read = (damage: Damage) => alignTables(sourceOf(cellLines(form, figures, damage))).cells;
  for (const lost of ['上结转', '年结转']) {
    const cells = read(harm(['上年结转', lost], ['新收政府信息公开申请数量', '新收政府信息公开申请量']));
    for (const [id, value] of figures) assert.equal(cells.get(id)?.value, value, id);
  }
  for (const other of ['结转', '本年结转']) {
    const cells = read(harm(['上年结转', other], ['新收政府信息公开申请数量', '新收政府信息公开申请量']));
    for (const [id, value] of figures) assert.ok([value, null].includes(cells.get(id)?.value ?? null), id);
  }
});

const clean: Damage = (label) => label;

test('digits run together are split where the row sum leaves one reading, and the sum is then no evidence', () => {
  for (const form of forms) {
    const figures = consistentFigures(form, () => 2);
    const lines = rowsOf(form, figures, clean).map((row) => lineOf('text', [row.join('')]));
    const { cells } = alignTables(sourceOf(lines));
    const cell = cells.get('requests.carriedIn.total');
    assert.equal(cell?.value, '12');
    assert.equal(cell.status, 'solved');
    assert.deepEqual(cell.by, ['requests.row.carriedIn']);
  }
});

test('figures of section 二 run together stay unread, since no sum could tell', () => {
  const figures = consistentFigures(forms[0] as Form, () => 12);
  const lines = rowsOf(forms[0] as Form, figures, clean).map((row) => lineOf('text', [row.join('')]));
  const { cells, problems } = alignTables(sourceOf(lines));
  assert.equal(cells.get('proactive.20-5.licensing.decisions')?.value, null);
  assert.equal(cells.get('proactive.20-5.licensing.decisions')?.status, 'unreadable');
  assert.ok(problems.some((problem) => problem.code === 'cell.fused'));
});

test('a wrong total is kept as printed', () => {
  const form = forms[1] as Form;
  const figures = new Map(consistentFigures(form, () => 3)).set('requests.disclosed.total', '99');
  const { cells } = alignTables(sourceOf(tabRows(form, figures, clean)));
  assert.equal(cells.get('requests.disclosed.total')?.value, '99');
  assert.equal(cells.get('requests.disclosed.total')?.status, 'printed');
});

test('sixteen zeros for fifteen columns are zeros by order, and the surplus is reported', () => {
  const form = forms[1] as Form;
  const rows = rowsOf(
    form,
    consistentFigures(form, () => 0),
    clean,
  );
  const lines = rows.map((row, at) => lineOf('cells', at === rows.length - 1 ? [...row, '0'] : row));
  const { cells, problems } = alignTables(sourceOf(lines));
  assert.equal(cells.get('reviews.litigation.direct.total')?.value, '0');
  assert.equal(cells.get('reviews.litigation.direct.total')?.status, 'byOrder');
  assert.ok(problems.some((problem) => problem.code === 'table.surplusFigure'));
});

test('figures without their row labels are told by order when their number fits the form', () => {
  const form = forms[1] as Form;
  const figures = consistentFigures(form, numbers(7));
  const lines = rowsOf(form, figures, clean).map((row) =>
    lineOf('cells', row.length === 8 && /^\d/.test(row[1] as string) ? row.slice(1) : row),
  );
  const { cells } = alignTables(sourceOf(lines));
  for (const [id, value] of figures)
    if (id.startsWith('requests.')) {
      assert.equal(cells.get(id)?.value, value);
      assert.equal(cells.get(id)?.status, 'byOrder');
    }
});

test('two reports in one document are not mixed', () => {
  const form = forms[1] as Form;
  const one = tabRows(
    form,
    consistentFigures(form, () => 3),
    clean,
  );
  const other = tabRows(
    form,
    consistentFigures(form, () => 5),
    clean,
  );
  const { cells, problems } = alignTables(sourceOf([...one, ...other]));
  assert.ok([...cells.values()].every((cell) => cell.value === null));
  assert.ok(problems.some((problem) => problem.code === 'report.severalMixed'));
});

test('the same report twice in one document counts once', () => {
  const form = forms[0] as Form;
  const figures = consistentFigures(form, () => 3);
  const lines = tabRows(form, figures, clean);
  const { cells } = alignTables(sourceOf([...lines, ...lines]));
  for (const [id, value] of figures) assert.equal(cells.get(id)?.value, value);
});

test('figures read off a picture say so', () => {
  const form = forms[1] as Form;
  const lines = tabRows(
    form,
    consistentFigures(form, () => 1),
    clean,
  );
  const { cells } = alignTables(sourceOf(lines, true));
  assert.equal(cells.get('requests.received.other')?.status, 'recognised');
});

test('a document without tables has no cells', () => {
  const lines = ['总体情况', '全年作出行政许可12件。', '行政处罚', '无'].map((text) =>
    lineOf('text', [text]),
  );
  assert.deepEqual([...alignTables(sourceOf(lines)).cells], []);
});
