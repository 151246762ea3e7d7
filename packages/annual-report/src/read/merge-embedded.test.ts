import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cell, Report } from '../report.ts';
import { mergeEmbedded } from './merge-embedded.ts';

const id = 'requests.received.total';
const other = 'requests.received.other';
const place = { kind: 'table', table: 1, row: 2, column: 3 } as const;

const printed = (value: string): Cell => ({ value, raw: value, status: 'printed', place });

const report = (cells: Readonly<Record<string, Cell>>, text = '依法公开。'): Report => ({
  title: '甲市乙局2023年政府信息公开工作年度报告',
  agency: '甲市乙局',
  year: 2023,
  form: '2021',
  published: null,
  tables: { requests: { form: '2021', found: true, place: null } },
  cells: new Map(Object.entries(cells)),
  sections: [{ id: 'overview', title: '一、总体情况', place, paragraphs: [{ text, place }] }],
  preamble: [],
  problems: [],
});

test('where page and data agree, what only the data knows comes back, with the places of the page', () => {
  const solved: Cell = {
    value: '12',
    raw: '12',
    status: 'solved',
    place: null,
    by: ['requests.row.received'],
  };
  const merged = mergeEmbedded(report({ [id]: printed('12') }), report({ [id]: solved }), false);
  assert.deepEqual(merged.cells.get(id), { ...solved, place });
  assert.deepEqual(merged.sections[0]?.paragraphs[0]?.place, place);
  assert.deepEqual(merged.problems, []);
});

test('a cell that the page could not give is completed by the data', () => {
  const unreadable: Cell = { value: null, raw: '1 2', status: 'unreadable', place };
  const merged = mergeEmbedded(report({ [id]: unreadable }), report({ [id]: printed('12') }), false);
  assert.equal(merged.cells.get(id)?.value, '12');
});

test('a figure changed, filled in, blanked or added on the page counts as the page shows it, and is told', () => {
  const blank: Cell = { value: null, raw: '', status: 'blank', place };
  for (const [shown, embedded] of [
    [{ [id]: printed('13') }, { [id]: printed('12') }],
    [{ [id]: printed('13') }, { [id]: blank }],
    [{ [id]: blank }, { [id]: printed('12') }],
    [{ [id]: printed('12'), [other]: printed('1') }, { [id]: printed('12') }],
  ] as const) {
    const merged = mergeEmbedded(report(shown), report(embedded), false);
    assert.deepEqual(merged.cells, new Map(Object.entries(shown)));
    assert.deepEqual(
      merged.problems.map(({ code }) => code),
      ['report.embeddedDiffers'],
    );
  }
});

test('text changed on the page counts as the page shows it, spaces do not, nor does punctuation of a PDF', () => {
  const cells = { [id]: printed('12') };
  const changed = mergeEmbedded(report(cells, '违法公开。'), report(cells), false);
  assert.equal(changed.sections[0]?.paragraphs[0]?.text, '违法公开。');
  assert.deepEqual(
    changed.problems.map(({ code }) => code),
    ['report.embeddedDiffers'],
  );
  const moved = mergeEmbedded(report(cells, '依法公开'), report(cells), true);
  assert.deepEqual(moved.problems, []);
  const spaced = mergeEmbedded(report(cells, '依法 公开。'), report(cells), false);
  assert.equal(spaced.sections[0]?.paragraphs[0]?.text, '依法公开。');
  assert.deepEqual(spaced.problems, []);
});
