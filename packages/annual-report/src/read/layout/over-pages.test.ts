import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPdf, show } from '../pdf/build-pdf.ts';
import { drawTable, manners, openTestEngine, summary } from '../pdf/pdf-test-kit.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { type DrawnCell, placeCells } from './draw-table.ts';

const engine = await openTestEngine();
const lines = manners['single strokes']!;
type Rows = readonly (readonly DrawnCell[])[];

/** A table of several pieces, one a page, above a page number. */
const read = (pieces: readonly Rows[], widths: readonly number[]): readonly string[] => {
  const pages = pieces.map((rows, index) => ({
    content: drawTable(placeCells(rows, widths), lines) + show(`- ${index + 1} -`, 280, 40),
  }));
  return summary(readPdf(buildPdf({ pages }), engine));
};

test('a table that goes on over the page keeps its number, and the page numbers are left out', () => {
  const pieces: Rows[] = [
    [
      ['项目', '件数'],
      ['规章', '1'],
    ],
    [['行政许可', '2']],
  ];
  assert.deepEqual(read(pieces, [90, 60]), ['1.1 0:项目|1:件数', '1.2 0:规章|1:1', '1.3 0:行政许可|1:2']);
});

test('a head that is printed again on the next page is read once', () => {
  const head: Rows = [
    [
      { text: '项目', rows: 2 },
      { text: '申请人', columns: 2 },
    ],
    ['个人', '企业'],
  ];
  const pieces: Rows[] = [
    [...head, ['一、新收', '1', '2']],
    [...head, ['二、结转', '3', '4']],
  ];
  assert.deepEqual(read(pieces, [90, 60, 60]).slice(2), ['1.3 0:一、新收|1:1|2:2', '1.4 0:二、结转|1:3|2:4']);
});

test('a piece with fewer column edges is the same table, its columns counted with the others', () => {
  const pieces: Rows[] = [
    [
      ['信息内容', '制发', '废止', '有效'],
      ['规章', '1', '0', '11'],
    ],
    [['行政许可', { text: '447228', columns: 3 }]],
  ];
  assert.equal(read(pieces, [90, 60, 60, 60])[2], '1.3 0:行政许可|1+3:447228');
});

test('a table with other edges on the next page is another table', () => {
  const first = drawTable(placeCells([['规章', '1']], [90, 60]), lines);
  const second = drawTable(placeCells([['维持', '1']], [70, 120]), lines);
  const source = readPdf(buildPdf({ pages: [{ content: first }, { content: second }] }), engine);
  assert.deepEqual(summary(source), ['1.1 0:规章|1:1', '2.1 0:维持|1:1']);
});

test('text between the pieces makes two tables of them', () => {
  const piece = drawTable(placeCells([['规章', '1']], [90, 60]), lines);
  const pages = [{ content: piece }, { content: show('三、申请情况', 60, 780) + piece }];
  assert.deepEqual(summary(readPdf(buildPdf({ pages }), engine)), [
    '1.1 0:规章|1:1',
    '三、申请情况',
    '2.1 0:规章|1:1',
  ]);
});

test('a row cut by the page break is put together where its label is cut', () => {
  const pieces: Rows[] = [
    [
      ['1.国家秘密', '5'],
      ['2.逾期未按收费通知要求缴纳', '6'],
    ],
    [
      ['费用不再处理', ''],
      ['3.其他', '7'],
    ],
  ];
  assert.deepEqual(read(pieces, [136, 60]), [
    '1.1 0:1.国家秘密|1:5',
    '1.2 0:2.逾期未按收费通知要求缴纳\n费用不再处理|1:6',
    '1.3 0:3.其他|1:7',
  ]);
});

test('a row of blanks under a finished label stays a row of its own', () => {
  const pieces: Rows[] = [[['规章', '1']], [['行政规范性文件', '']]];
  assert.deepEqual(read(pieces, [136, 60]), ['1.1 0:规章|1:1', '1.2 0:行政规范性文件|1:']);
});

test('the cell of a group cut by the page break is put together, its rows kept apart', () => {
  const pieces: Rows[] = [
    [['（四）无', '1.不掌握', '5']],
    [
      [{ text: '法提供', rows: 2 }, '2.需要制作', '6'],
      ['3.不明确', '7'],
    ],
  ];
  assert.deepEqual(read(pieces, [60, 90, 60]), [
    '1.1 0x3:（四）无\n法提供|1:1.不掌握|2:5',
    '1.2 1:2.需要制作|2:6',
    '1.3 1:3.不明确|2:7',
  ]);
});

test('a table left open at the foot of the page keeps its last row', () => {
  const cells = placeCells(
    [
      ['规章', '1'],
      ['许可', '2'],
    ],
    [90, 60],
  );
  // The lowest line is missing, as programs leave it that draw the outer frame at the table's end only.
  const open = drawTable(cells, (x, y, w, h) => {
    const foot = Math.abs(y - (842 - 140)) < 1;
    const sides = `${x} ${y} m ${x} ${y + h} l S ${x + w} ${y} m ${x + w} ${y + h} l S ${x} ${y + h} m ${x + w} ${y + h} l S\n`;
    return foot ? sides : `${sides}${x} ${y} m ${x + w} ${y} l S\n`;
  });
  const source = readPdf(buildPdf({ pages: [{ content: open }] }), engine);
  assert.deepEqual(summary(source), ['1.1 0:规章|1:1', '1.2 0:许可|1:2']);
});

test('running heads and plain page numbers are left out; a lone figure is not', () => {
  const pages = [3, 4, 5].map((number) => ({
    content:
      show('某县政府信息公开年报', 200, 820) +
      show(`正文第${number}段`, 60, 500) +
      show(String(number), 290, 30),
  }));
  assert.deepEqual(summary(readPdf(buildPdf({ pages }), engine)), ['正文第3段', '正文第4段', '正文第5段']);
  const lone = buildPdf({ pages: [{ content: show('共计', 60, 500) + show('7', 60, 30) }] });
  assert.deepEqual(summary(readPdf(lone, engine)), ['共计', '7']);
});

test('two pages printed side by side on a sheet are read one after the other', () => {
  const half = (name: string, left: number): string =>
    Array.from({ length: 8 }, (_, line) =>
      show(`${name}政府信息公开工作第${line}段`, left, 500 - line * 20),
    ).join('') + drawTable(placeCells([[name, String(left)]], [90, 60], left, 300), lines, 595);
  const bytes = buildPdf({
    pages: [{ content: half('甲县', 60) + half('乙县', 480), width: 842, height: 595 }],
  });
  const read = summary(readPdf(bytes, engine));
  assert.deepEqual(
    read.map((line) => line.slice(0, 2)),
    [...Array(8).fill('甲县'), '1.', ...Array(8).fill('乙县'), '2.'],
  );
});

test('a table without lines on a broad page is not taken for two pages', () => {
  const rows = Array.from(
    { length: 12 },
    (_, row) =>
      show(`第${row}项政府信息公开申请`, 60, 500 - row * 20) + show('1234567890', 500, 500 - row * 20),
  );
  const bytes = buildPdf({ pages: [{ content: rows.join(''), width: 842, height: 595 }] });
  assert.ok(summary(readPdf(bytes, engine)).every((line) => line.endsWith('|1234567890')));
});

test('two whole rows on either side of a page break stay two, with remarks and words among their figures', () => {
  const pieces: Rows[] = [
    [
      ['项目', '自然人', '企业', '其他', '总计'],
      ['6.过程性信息', '8156', '无', '99（修订2件）', '4389'],
    ],
    [['7.执法案卷', '9836', '无', '11（修订2件）', '']],
  ];
  assert.deepEqual(read(pieces, [90, 60, 60, 70, 60]).slice(1), [
    '1.2 0:6.过程性信息|1:8156|2:无|3:99（修订2件）|4:4389',
    '1.3 0:7.执法案卷|1:9836|2:无|3:11（修订2件）|4:',
  ]);
});
