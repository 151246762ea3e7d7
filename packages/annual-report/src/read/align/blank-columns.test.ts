import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms } from '../../form/forms.ts';
import type { Line } from '../source.ts';
import { alignTables } from './align-tables.ts';
import { consistentFigures, lineOf, rowsOf, sourceOf } from './build-sources.ts';

const [form] = forms;
assert.ok(form);

const figures = (() => {
  let state = 7;
  return consistentFigures(form, () => {
    state = (state * 31 + 11) % 97;
    return state % 3 === 0 ? state : 0;
  });
})();

/** Each piece on a line of its own, as `print` leaves the figures of table 三. */
const cellLines = (print: (row: readonly string[]) => readonly string[]): readonly Line[] =>
  rowsOf(form, figures, (label) => label).flatMap((row) => {
    const seven = row.length === 8 && row.slice(1).every((piece) => /^\d+$/.test(piece));
    return (seven ? [row[0] ?? '', ...print(row.slice(1))] : row).map((piece) => lineOf('text', [piece]));
  });

test('a total that is blank in every row leaves the six kinds of applicants certain', () => {
  for (const rest of [[], ['']]) {
    const { cells } = alignTables(sourceOf(cellLines((row) => [...row.slice(0, 6), ...rest])));
    assert.equal(cells.get('requests.received.other')?.value, figures.get('requests.received.other'));
    assert.equal(cells.get('requests.received.total')?.status, 'blank');
    assert.equal(cells.get('requests.concluded.total')?.value, null);
  }
});

test('six figures of which the last is their sum have lost another column, and stay unread', () => {
  const { cells } = alignTables(sourceOf(cellLines((row) => [...row.slice(0, 2), ...row.slice(3)])));
  for (const [id, cell] of cells)
    if (id.startsWith('requests.') && cell.value !== null) assert.equal(cell.value, figures.get(id), id);
  assert.equal(cells.get('requests.received.total')?.value, null);
});

test('where nearly every row is blank, a few whose sums hold show that empty lines are blank cells', () => {
  let filled = 0;
  const lines = cellLines((row) => {
    filled += 1;
    return filled < 4 ? ['4', '', '', '', '', '', '4'] : row.map(() => '');
  });
  const { cells } = alignTables(sourceOf(lines));
  for (const row of ['received', 'carriedIn', 'disclosed']) {
    assert.equal(cells.get(`requests.${row}.naturalPerson`)?.value, '4');
    assert.equal(cells.get(`requests.${row}.research`)?.status, 'blank');
    assert.equal(cells.get(`requests.${row}.total`)?.value, '4');
  }
  assert.equal(cells.get('requests.received.research')?.status, 'blank');
});

test('an item mark on a line of its own is no figure of the row before it', () => {
  const lines = cellLines((row) => row).flatMap((line) =>
    line.cells[0]?.text === '2.重复申请' ? [lineOf('text', ['2.']), lineOf('text', ['重复申请'])] : [line],
  );
  const { cells } = alignTables(sourceOf(lines));
  for (const [id, value] of figures) assert.equal(cells.get(id)?.value, value, id);
});

test('two labels one behind the other, with both rows of figures after them, give no figure to the wrong row', () => {
  const rows = rowsOf(form, figures, (label) => label);
  const at = rows.findIndex(([label]) => label === '2.重复申请');
  const [first = [], second = []] = rows.slice(at, at + 2);
  const mixed = [
    ...rows.slice(0, at),
    [first[0] ?? '', second[0] ?? '', ...first.slice(1), ...second.slice(1)],
    ...rows.slice(at + 2),
  ];
  const { cells } = alignTables(sourceOf(mixed.flat().map((piece) => lineOf('text', [piece]))));
  for (const [id, value] of figures) {
    const found = cells.get(id);
    assert.ok(found?.value === null || found?.value === value, id);
    assert.notEqual(found.status, 'blank');
  }
});

test('a figure as wide as its own head in table 四 is read, however many columns both span', () => {
  const rows = rowsOf(form, figures, (label) => label);
  const at = rows.findIndex(([label]) => label === '行政复议');
  const wide = (pieces: readonly string[], columns: number) => pieces.map((text) => ({ text, columns }));
  const leaves = (rows[at + 2] ?? []).slice(0, 5);
  const lines = [
    lineOf(
      'grid',
      [
        { text: '行政复议', columns: 10 },
        { text: '行政诉讼', columns: 20 },
      ],
      1,
      1,
    ),
    lineOf(
      'grid',
      [
        ...leaves.map((text) => ({ text, columns: 2, rows: 2 })),
        { text: '未经复议直接起诉', columns: 10 },
        { text: '复议后起诉', columns: 10 },
      ],
      1,
      2,
    ),
    lineOf('grid', wide([...leaves, ...leaves], 2), 1, 3, 10),
    lineOf('grid', wide(rows[at + 3] ?? [], 2), 1, 4),
  ];
  const { cells } = alignTables(sourceOf(lines));
  for (const [id, value] of figures)
    if (id.startsWith('reviews.')) assert.equal(cells.get(id)?.value, value, id);
});
