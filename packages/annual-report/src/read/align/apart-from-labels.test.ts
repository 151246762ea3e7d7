import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms } from '../../form/forms.ts';
import type { Line } from '../source.ts';
import { alignTables } from './align-tables.ts';
import { consistentFigures, lineOf, rowsOf, sourceOf } from './build-sources.ts';

const form = forms.find(({ id }) => id === '2021');
assert.ok(form);
let state = 5;
const figures = consistentFigures(form, () => {
  state = (state * 29 + 3) % 103;
  return state % 3 === 0 ? 0 : state;
});
const rows = rowsOf(form, figures, (label) => label);
const isRow = (row: readonly string[], part: string): boolean => row.length === 8 && !!row[0]?.includes(part);
const oneALine = (some: readonly (readonly string[])[]): readonly Line[] =>
  some.flat().map((piece) => lineOf('text', [piece]));

/** The labels of two rows come behind the figures of the next one, as text is drawn out of a page by columns. */
const apart = (change: (figure: string) => string, order: readonly [number, number] = [0, 1]) => {
  const at = rows.findIndex((row) => isRow(row, '予以公开'));
  const end = rows.findIndex((row) => isRow(row, '不掌握')) + 1;
  const [one = [], two = []] = rows.slice(at, at + 2);
  const labels = [one[0] ?? '', two[0] ?? ''];
  return alignTables(
    sourceOf(
      oneALine([
        ...rows.slice(0, at),
        one.slice(1).map((figure, nth) => (nth === 0 ? change(figure) : figure)),
        two.slice(1),
        ...rows.slice(at + 2, end),
        order.map((nth) => labels[nth] ?? ''),
        ...rows.slice(end),
      ]),
    ),
  ).cells;
};

test('rows whose labels stand elsewhere are read by order where every sum bears them out', () => {
  const cells = apart((figure) => figure);
  for (const row of ['disclosed', 'partial'])
    for (const column of ['naturalPerson', 'business', 'other', 'total']) {
      const cell = cells.get(`requests.${row}.${column}`);
      assert.equal(cell?.value, figures.get(`requests.${row}.${column}`));
      assert.equal(cell?.status, 'byOrder');
      assert.ok(cell?.by?.includes(`requests.outcomes.${column}`));
    }
});

test('rows whose labels stand elsewhere stay unread where a sum fails or the labels come in another order', () => {
  for (const cells of [apart((figure) => String(Number(figure) + 1)), apart((figure) => figure, [1, 0])])
    for (const column of ['naturalPerson', 'total'])
      assert.equal(cells.get(`requests.disclosed.${column}`)?.value, null);
});

test('two figures of table four that stand on one line among others one a line are read with them', () => {
  const last = rows.at(-1) ?? [];
  assert.equal(last.length, 15);
  const { cells } = alignTables(
    sourceOf([
      ...oneALine(rows.slice(0, -1)),
      lineOf('text', [last.slice(0, 2).join(' ')]),
      ...oneALine([last.slice(2)]),
    ]),
  );
  for (const [id, value] of figures) if (id.startsWith('reviews.')) assert.equal(cells.get(id)?.value, value);
});

test('between tabs a label that its only figure touches is a row', () => {
  const lines = rows.map((row) =>
    row[0] === '行政事业性收费'
      ? lineOf('text', [row.join('')])
      : lineOf(row.length > 1 ? 'cells' : 'text', row),
  );
  const { cells } = alignTables(sourceOf(lines));
  const id = 'proactive.20-8.charges.amount';
  assert.equal(cells.get(id)?.value, figures.get(id));
});
