import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReportJson } from '../json/parse-report-json.ts';
import { anyReport } from '../testing/arbitrary-report.ts';
import { compareReports } from './compare-reports.ts';
import { compareText } from './compare-text.ts';
import { diff } from './diff.ts';

const report = (data: object) => parseReportJson(JSON.stringify({ agency: '青山县水利局', ...data }));
const total = 'requests.received.total';
const amount = 'proactive.20-8.charges.amount';
const cell = (left: object, right: object, id: string) =>
  compareReports(report({ year: 2023, ...left }), report({ year: 2024, ...right })).cells.find(
    (one) => one.cell === id,
  );

test('figures are compared cell by cell, with the difference from left to right', () => {
  const found = cell({ cells: { [total]: 12 } }, { cells: { [total]: 30 } }, total);
  assert.deepEqual([found?.kind, found?.difference], ['different', '18']);
  assert.equal(cell({ cells: { [total]: 3 } }, { cells: { [total]: 3 } }, total)?.kind, 'same');
});

test('blank is not the same as 0, and both blank is the same', () => {
  assert.equal(cell({}, { cells: { [total]: 0 } }, total)?.kind, 'different');
  assert.equal(cell({}, {}, total)?.kind, 'same');
});

test('a cell that only one form has is only there', () => {
  const other = 'requests.otherHandling.total';
  assert.equal(cell({ form: '2019' }, { form: '2021' }, other)?.kind, 'onlyLeft');
  assert.equal(
    cell({ form: '2019' }, { form: '2021' }, 'proactive.20-1.regulations.issued')?.kind,
    'onlyRight',
  );
});

test('amounts are compared in one unit', () => {
  const found = cell(
    { cells: { [amount]: { value: 323.6, unit: '万元' } } },
    { cells: { [amount]: { value: 3236000, unit: '元' } } },
    amount,
  );
  assert.deepEqual([found?.kind, found?.difference], ['same', '0']);
  const larger = cell(
    { cells: { [amount]: 1 } },
    { cells: { [amount]: { value: 25000, unit: '元' } } },
    amount,
  );
  assert.equal(larger?.difference, '1.5');
});

test('paragraphs stand beside the paragraph that they are a version of, with the changed words marked', () => {
  const text = (...lines: string[]) => ({ sections: [{ id: 'overview', text: lines.join('\n') }] });
  const { sections } = compareReports(
    report(text('全年收到申请12件，均按时答复。', '培训三次。', '下一步继续努力。')),
    report(text('新增一段完全不同的话语。', '全年收到申请305件，均按时答复。', '下一步继续努力。')),
  );
  const overview = sections.find((section) => section.section === 'overview')!;
  assert.deepEqual(
    overview.paragraphs.map((row) => row.kind),
    ['onlyRight', 'changed', 'onlyLeft', 'same'],
  );
  const changed = overview.paragraphs[1]!;
  assert.deepEqual(changed.kind === 'changed' && changed.pieces, [
    { kind: 'same', text: '全年收到申请' },
    { kind: 'changed', left: '12', right: '305' },
    { kind: 'same', text: '件，均按时答复。' },
  ]);
});

test('a report compared with itself has no differences', () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      const { counts, sections } = compareReports(one, one);
      assert.deepEqual([counts.different, counts.onlyLeft, counts.onlyRight], [0, 0, 0]);
      assert.ok(sections.every((section) => section.likeness === 1));
    }),
    { numRuns: 30 },
  );
});

test('the pieces of a comparison put together give both texts back', () => {
  const chinese = fc.string({
    unit: fc.constantFrom(...'全年收到申请12件，均按时答复abc 三'),
    maxLength: 60,
  });
  fc.assert(
    fc.property(chinese, chinese, (left, right) => {
      const pieces = compareText(left, right);
      assert.equal(pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.left)).join(''), left);
      assert.equal(pieces.map((piece) => (piece.kind === 'same' ? piece.text : piece.right)).join(''), right);
    }),
  );
});

test('the edit script is a shortest one', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (left, right) => {
      const same = diff(left, right)
        .filter((edit) => edit.kind === 'same')
        .reduce((sum, edit) => sum + edit.left[1] - edit.left[0], 0);
      assert.equal(same, longestCommon(left, right));
    }),
  );
});

test('two texts without anything in common are compared in bounded time', () => {
  const text = (first: number) =>
    Array.from({ length: 30_000 }, (_, at) => String.fromCodePoint(first + (at % 3000))).join('');
  assert.equal(compareText(text(0x4e00), text(0x6e00)).length, 1);
});

const longestCommon = (left: readonly string[], right: readonly string[]): number => {
  const rows = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) {
      rows[i]![j] =
        left[i - 1] === right[j - 1]
          ? rows[i - 1]![j - 1]! + 1
          : Math.max(rows[i - 1]![j]!, rows[i]![j - 1]!);
    }
  }
  return rows[left.length]![right.length]!;
};
