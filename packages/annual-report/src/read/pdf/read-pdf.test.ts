import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { type DrawnCell, placeCells } from '../layout/draw-table.ts';
import { buildPdf, show } from './build-pdf.ts';
import { drawTable, manners, openTestEngine, summary } from './pdf-test-kit.ts';
import { readPdf } from './read-pdf.ts';

const engine = await openTestEngine();
const strokes = manners['single strokes']!;
const widths = [90, 90, 50, 50, 60];
const rows: readonly (readonly DrawnCell[])[] = [
  [
    { text: '项目', columns: 2, rows: 2 },
    { text: '法人', columns: 2 },
    { text: '总计', rows: 2 },
  ],
  ['企业', '其他'],
  [{ text: '（三）不予公开', rows: 2 }, '1.国家秘密', '12', '', '1234.5'],
  ['2.其他', '0', '3', '3'],
];
const read = [
  '1.1 0+2x2:项目|2+2:法人|4x2:总计',
  '1.2 2:企业|3:其他',
  '1.3 0x2:（三）不予公开|1:1.国家秘密|2:12|3:|4:1234.5',
  '1.4 1:2.其他|2:0|3:3|4:3',
];
const table = placeCells(rows, widths);

for (const [name, draw] of Object.entries(manners)) {
  test(`reads every cell, span and blank of a table drawn with ${name}`, () => {
    const source = readPdf(buildPdf({ pages: [{ content: drawTable(table, draw) }] }), engine);
    assert.deepEqual(summary(source), read);
    assert.deepEqual(source.problems, []);
  });
}

test('reads a table inside a form XObject that is scaled and moved', () => {
  const page = { content: 'q 0.5 0 0 0.5 100 200 cm /X Do Q', form: drawTable(table, strokes) };
  const source = readPdf(buildPdf({ pages: [page] }), engine);
  assert.deepEqual(summary(source), read);
});

test('says where a cell stands in points from the top left', () => {
  const source = readPdf(buildPdf({ pages: [{ content: drawTable(table, strokes) }] }), engine);
  const cell = source.lines[2]!.cells[2]!;
  assert.deepEqual(cell.place, { kind: 'page', page: 1, box: [240, 140, 290, 160] });
});

for (const rotate of [90, 180, 270]) {
  test(`reads a page displayed with a turn of ${rotate} degrees, boxes on the page as displayed`, () => {
    // The text is drawn against the turn, so that it stands upright when displayed.
    const [width, height] = rotate === 180 ? [595, 842] : [842, 595];
    const turns: Record<number, string> = {
      90: `0 1 -1 0 ${height} 0`,
      180: `-1 0 0 -1 ${width} ${height}`,
      270: `0 -1 1 0 0 ${width}`,
    };
    const content = `q ${turns[rotate]} cm ${drawTable(table, strokes, height)} Q`;
    const media = rotate === 180 ? { width, height } : { width: height, height: width };
    const source = readPdf(buildPdf({ pages: [{ content, ...media, rotate }] }), engine);
    assert.deepEqual(summary(source), read);
    const box = source.lines[2]!.cells[2]!.place;
    assert.deepEqual(box, { kind: 'page', page: 1, box: [240, 140, 290, 160] });
  });
}

test('reads a table printed sideways on an upright page', () => {
  const content = `q 0 1 -1 0 595 0 cm ${drawTable(table, strokes, 595)} Q`;
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), read);
  // Displayed, what is right becomes up: 240..290 from the left lies 842 - 290 .. 842 - 240 from the top.
  assert.deepEqual(source.lines[2]!.cells[2]!.place, { kind: 'page', page: 1, box: [140, 552, 160, 602] });
});

test('keeps a figure whole that runs over the edge of its column', () => {
  const wide = placeCells([['收费', '96171.61', '']], [60, 34, 60]);
  const content = drawTable(wide, strokes) + show('5', 200, 729);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), ['1.1 0:收费|1:96171.61|2:5']);
});

test('a table ruled between its rows only is read by its gaps', () => {
  const framed = placeCells([[''], ['']], [300]);
  const label = placeCells(
    [
      ['国家秘密', ''],
      ['工作秘密', ''],
    ],
    [100, 200],
  );
  const figures = [720, 740].flatMap((y) =>
    [170, 220, 270].map((x, index) => show(String(index), x, y - 11)),
  );
  const content = drawTable(framed, strokes) + drawTable(label, strokes) + figures.join('');
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), ['国家秘密|0|1|2', '工作秘密|0|1|2']);
});

test('shading of every other row tells no columns', () => {
  const shaded = placeCells(
    [
      ['项目', '1', '2'],
      ['', '', ''],
      ['其他', '5', '6'],
    ],
    [90, 60, 60],
  );
  const paint = (x: number, y: number, w: number, h: number): string =>
    Math.abs(y - 722) < 1 ? `0.9 g ${x} ${y} ${w} ${h} re f 0 g\n` : '';
  const content =
    drawTable(shaded, paint) + show('中间', 64, 709) + show('3', 154, 709) + show('4', 214, 709);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), ['项目|1|2', '中间|3|4', '其他|5|6']);
});

test('marks a figure that stands astride two cells as unreadable in both', () => {
  const content = drawTable(placeCells([['收费', '', '']], [60, 30, 30]), strokes) + show('123456', 135, 729);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  const [, left, right] = source.lines[0]!.cells;
  assert.ok(left!.text.includes('\uFFFD') && right!.text.includes('\uFFFD'));
});

test('marks figures of two cells that touch as unreadable, for no one can tell where the first ends', () => {
  const content = drawTable(placeCells([['收费', '', '']], [60, 30, 30]), strokes) + show('45840', 129, 729);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.ok(source.lines[0]!.cells.slice(1).every((cell) => cell.text.includes('\uFFFD')));
});

test('parts a label from the figure that touches it in a row without lines', () => {
  const row =
    show('机关不再处理其申请', 60, 700) +
    show('12', 150, 700) +
    show('0', 240, 700) +
    show('3', 280, 700) +
    show('7', 320, 700);
  const prose = show('共收到申请', 60, 600) + show('12', 110, 600) + show('件，其中公开', 120, 600);
  const source = readPdf(buildPdf({ pages: [{ content: row + prose }] }), engine);
  assert.deepEqual(summary(source), ['机关不再处理其申请|12|0|3|7', '共收到申请12件，其中公开']);
});

test('takes a character drawn twice for bold once', () => {
  const content =
    show('总计', 60, 700) + show('总计', 60.4, 700) + show('77', 60, 680) + show('77', 60.3, 680);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), ['总计', '77']);
});

test('leaves a watermark set askew out', () => {
  const content = show('报告', 60, 700) + show('内部资料', 100, 500, 40, '0.7 0.7 -0.7 0.7');
  assert.deepEqual(summary(readPdf(buildPdf({ pages: [{ content }] }), engine)), ['报告']);
});

test('says that characters have no code instead of inventing them', () => {
  const content = show('共\uE001\uE002件', 60, 700);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), ['共\uFFFD\uFFFD件']);
  assert.deepEqual(
    source.problems.map((problem) => problem.code),
    ['text.unmapped'],
  );
});

test('parts figures in columns without ruling lines into pieces, each with its box', () => {
  const content =
    show('国家秘密', 60, 700) + show('12', 200, 700) + show('0', 240, 700) + show('1 234', 280, 700);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), ['国家秘密|12|0|1 234']);
  const boxes = source.lines[0]!.cells.map((cell) => (cell.place.kind === 'page' ? cell.place.box[0] : -1));
  assert.deepEqual(boxes, [60, 200, 240, 280]);
});

test('joins the full lines of a paragraph without a space, and keeps headings apart', () => {
  const full = '本年度共收到政府信息公开申请若干件均已按期答复其中予以公开若干件部分公';
  const content =
    show('一、总体情况', 84, 760, 12) +
    show(full, 84, 740, 12) +
    show('开三件。', 60, 720, 12) +
    show('另有申请若干件结转下年度继续办理。', 84, 700, 12);
  const source = readPdf(buildPdf({ pages: [{ content }] }), engine);
  assert.deepEqual(summary(source), [
    '一、总体情况',
    `${full}开三件。`,
    '另有申请若干件结转下年度继续办理。',
  ]);
});

test('gives the title of the document and the figures attached by our own writer', () => {
  const attachment = { name: 'gongkai-report.json', text: '{"year":2024}' };
  const bytes = buildPdf({ pages: [{ content: show('报告', 60, 700) }], title: '年度报告', attachment });
  const source = readPdf(bytes, engine);
  assert.equal(source.title, '年度报告');
  assert.equal(source.embedded, '{"year":2024}');
});

const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof ReadError) return error.problem.code;
    throw error;
  }
};

test('refuses a file that needs a password', () => {
  const hex = '00'.repeat(32);
  const trailer = `/Encrypt<</Filter/Standard/V 1/R 2/O<${hex}>/U<${hex}>/P -4>>/ID[<00><00>]`;
  const bytes = buildPdf({ pages: [{ content: show('报告', 60, 700) }], trailer });
  assert.equal(
    codeOf(() => readPdf(bytes, engine)),
    'file.encrypted',
  );
});

test('refuses a file with more pages than allowed, and one that is no PDF', () => {
  const bytes = buildPdf({ pages: Array.from({ length: 4 }, () => ({ content: show('页', 60, 700) })) });
  assert.equal(
    codeOf(() => readPdf(bytes, engine, { limits: { pages: 3 } })),
    'file.tooLarge',
  );
  assert.equal(
    codeOf(() => readPdf(Buffer.from('%PDF-1.7 nothing'), engine)),
    'file.damaged',
  );
});

test('says that a page is only a picture where nobody can recognise it', () => {
  const picture = { width: 100, height: 140, pixels: new Uint8Array(14_000).fill(255) };
  const bytes = buildPdf({ pages: [{ content: 'q 595 0 0 842 0 0 cm /P Do Q', picture }] });
  assert.deepEqual(
    readPdf(bytes, engine).problems.map((problem) => problem.code),
    ['scan.noRecogniser'],
  );
});
