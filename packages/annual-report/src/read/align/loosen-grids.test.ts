import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forms } from '../../form/forms.ts';
import type { Line } from '../source.ts';
import { alignTables } from './align-tables.ts';
import { consistentFigures, lineOf, rowsOf, sourceOf } from './build-sources.ts';
import { loosenGrids } from './loosen-grids.ts';

type Lay = (row: readonly string[], at: number) => Line;

/** Every figure comes back as itself or not at all; gives the share that does. */
const shareRead = (lay: Lay): number => {
  let all = 0;
  let right = 0;
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(...forms), fc.boolean(), (seed, form, damaged) => {
      let state = seed >>> 0;
      const next = (): number => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state >>> 8;
      };
      const figures = consistentFigures(form, () => (next() % 3 === 0 ? next() % 400 : 0));
      const rows = rowsOf(form, figures, (label) => {
        if (!damaged || label.length < 5 || next() % 10 > 0) return label;
        const at = next() % label.length;
        return label.slice(0, at) + label.slice(at + 1);
      });
      const { cells } = alignTables(sourceOf(rows.map((row, at) => lay(row as readonly string[], at))));
      for (const [id, value] of figures) {
        const found = cells.get(id)?.value ?? null;
        assert.ok(found === null || found === value, `${id} is ${value}, not ${found}`);
        if (damaged) continue;
        all += 1;
        if (found === value) right += 1;
      }
    }),
    { numRuns: 60 },
  );
  return right / all;
};

test('a table of one column whose cells hold a label with all its figures is read like lines of text', () => {
  for (const between of [' ', '\n', '　'])
    assert.equal(
      shareRead((row, at) => lineOf('grid', [row.join(between)], 1, at + 1)),
      1,
    );
});

test('a label and its figures parted by a colon are read where the label is whole', () => {
  assert.ok(shareRead((row) => lineOf('text', [`${row[0]}：${row.slice(1).join(' ')}`])) > 0.9);
});

test('a table with several cells in one row stays a true one', () => {
  const lines = [['规章 1 2 3'], ['行政许可 5'], ['行政处罚 6'], ['自然人', '7']].map((cells, at) =>
    lineOf('grid', cells, 1, at + 1),
  );
  assert.equal(loosenGrids(lines), lines);
});
