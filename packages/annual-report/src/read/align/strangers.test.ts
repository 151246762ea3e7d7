import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms } from '../../form/forms.ts';
import type { Line } from '../source.ts';
import { alignTables } from './align-tables.ts';
import { consistentFigures, lineOf, rowsOf, sourceOf } from './build-sources.ts';

const [, form] = forms;
assert.ok(form);
let state = 11;
const figures = consistentFigures(form, () => {
  state = (state * 37 + 5) % 101;
  return state % 4 === 0 ? 0 : state;
});
const rows = rowsOf(form, figures, (label) => label);
const isRequest = (row: readonly string[]): boolean => row.length === 8;

/** No figure is wrong; at least `least` of the table are read. */
const check = (lines: readonly Line[], part: string, least: number): void => {
  const { cells } = alignTables(sourceOf(lines));
  let right = 0;
  for (const [id, cell] of cells) {
    if (!id.startsWith(part)) continue;
    if (cell.value !== null) assert.equal(cell.value, figures.get(id), id);
    if (cell.value !== null) right += 1;
  }
  assert.ok(right >= least, `${right} read`);
};

const lines = (change: (row: readonly string[], nth: number) => readonly string[]): readonly Line[] => {
  let nth = 0;
  return rows.flatMap((row) => {
    if (isRequest(row)) nth += 1;
    return (isRequest(row) ? change(row, nth) : row).map((piece) => lineOf('text', [piece]));
  });
};

test('a column of ordinals before the labels is left out, wherever it stands', () => {
  check(
    lines((row, nth) => [String(nth), ...row]),
    'requests.',
    175,
  );
  let nth = 0;
  const tabs = rows.map((row) => {
    if (isRequest(row)) nth += 1;
    return lineOf('cells', isRequest(row) ? [String(nth), ...row] : row);
  });
  check(tabs, 'requests.', 175);
});

test('a figure more in every row than the form has columns leaves the rows unread, also those that have lost one', () => {
  check(
    lines((row, nth) => [...row.slice(0, nth % 3 === 0 ? 7 : 8), '5']),
    'requests.',
    0,
  );
});

test('a sum below a group is no row of the form, not even where the row above it is empty', () => {
  const grid = rows.flatMap((row, at) => {
    const last = row[0] === '8.属于行政查询事项';
    const line = lineOf('grid', last ? [row[0] ?? '', ...row.slice(1).map(() => '')] : row, at + 1, 1);
    return last ? [line, lineOf('grid', ['小计', '9', '9', '9', '9', '9', '9', '54'], 1000 + at, 1)] : [line];
  });
  const { cells } = alignTables(sourceOf(grid));
  assert.equal(cells.get('requests.refused.administrativeInquiry.total')?.value, null);
  assert.equal(
    cells.get('requests.unavailable.notHeld.total')?.value,
    figures.get('requests.unavailable.notHeld.total'),
  );
});

test('a date or a telephone number behind the last row is none of its figures', () => {
  for (const stray of ['20220120', '2022-01-20', '0551-62999999', '2022.1.20', '13955550000'])
    check([...lines((row) => row), lineOf('text', ['']), lineOf('text', [stray])], 'reviews.', 15);
});

test('sentences that name rows of a true table change nothing in it', () => {
  const grid = rows.map((row, at) => lineOf('grid', row, at + 1, 1));
  for (const said of ['（一）予以公开 12', '本年新收政府信息公开申请数量：77件', '行政许可12件，行政处罚3件'])
    check([lineOf('text', [said]), ...grid, lineOf('text', [said])], 'requests.', 175);
});
