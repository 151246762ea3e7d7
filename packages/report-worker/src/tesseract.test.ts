import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeCells } from '../../annual-report/src/read/layout/draw-table.ts';
import { buildPdf } from '../../annual-report/src/read/pdf/build-pdf.ts';
import { drawTable, manners, openTestEngine } from '../../annual-report/src/read/pdf/pdf-test-kit.ts';
import { readPdf } from '../../annual-report/src/read/pdf/read-pdf.ts';
import { renderPage } from '../../annual-report/src/read/pdf/render-page.ts';
import { createTesseract, parseWords, toPgm } from './tesseract.ts';

test('words come with their boxes in points and the number of their line', () => {
  const tsv = [
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext',
    '4\t1\t1\t1\t1\t0\t0\t0\t300\t50\t-1\t',
    '5\t1\t1\t1\t1\t1\t300\t600\t150\t50\t91.5\t总计',
    '5\t1\t1\t1\t1\t2\t500\t600\t10\t50\t20\t ',
  ].join('\n');
  assert.deepEqual(parseWords(tsv, 300), [
    { text: '总计', box: [72, 144, 108, 156], confidence: 91.5, line: 1 },
  ]);
});

test('a picture is handed over as PGM', () => {
  const image = { page: 1, width: 2, height: 1, pixels: Uint8Array.of(0, 255), resolution: 300 };
  assert.equal(toPgm(image).toString('latin1'), 'P5\n2 1\n255\n\x00\xff');
});

const recognise = createTesseract();

test('a scanned table is read without a wrong figure, blanks are blank, and most figures are got', {
  skip: recognise === null ? 'tesseract with chi_sim is not installed' : false,
}, async () => {
  const engine = await openTestEngine();
  const figures = [
    ['3001', '53', '0', '61'],
    ['34', '', '12', '4'],
    ['1288', '21', '7', '96171.6'],
    ['5', '0', '0', '2932'],
  ];
  const cells = placeCells(figures, [80, 80, 80, 80]);
  const empty = cells.map((cell) => ({ ...cell, text: '' }));
  const ink = cells
    .filter((cell) => cell.text !== '')
    .map(({ text, box }) => `BT /L 11 Tf ${box[0] + 20} ${842 - box[3] + 6} Td (${text}) Tj ET `);
  const content = drawTable(empty, manners['single strokes']!) + ink.join('');
  const { width, height, rgba } = renderPage(engine, buildPdf({ pages: [{ content }] }), 1, 200);
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => rgba[index * 4]!);
  const scan = buildPdf({
    pages: [{ content: 'q 595 0 0 842 0 0 cm /P Do Q', picture: { width, height, pixels } }],
  });
  const source = readPdf(scan, engine, { recognise: recognise! });
  assert.equal(source.recognised, true);
  const read = source.lines
    .filter((line) => line.kind === 'grid')
    .map((line) => line.cells.map((cell) => cell.text));
  assert.deepEqual(
    read.map((row) => row.length),
    [4, 4, 4, 4],
  );
  const pairs = figures.flat().map((wanted, index) => [wanted, read.flat()[index]!] as const);
  const wrong = pairs.filter(([wanted, got]) => got !== wanted && !got.includes('\uFFFD'));
  assert.deepEqual(wrong, []);
  assert.ok(pairs.filter(([wanted, got]) => got === wanted).length >= 12);
});
