import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ReadError } from '../../problem.ts';
import { greyPng } from '../image/build-png.ts';
import { type DrawnCell, placeCells } from '../layout/draw-table.ts';
import { defaultLimits } from '../options.ts';
import { buildPdf } from '../pdf/build-pdf.ts';
import { openTestEngine, summary } from '../pdf/pdf-test-kit.ts';
import { renderPage } from '../pdf/render-page.ts';
import { buildZip } from '../zip/build-zip.ts';
import { openZip } from '../zip/open-zip.ts';
import { buildOfd, ofdTable, ofdText } from './build-ofd.ts';
import { deltasOf } from './ofd-values.ts';
import { readOfd } from './read-ofd.ts';

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
const table = ofdTable(placeCells(rows, [90, 90, 50, 50, 60]));
const readAll = (bytes: Uint8Array) => readOfd(bytes, defaultLimits);

test('reads every cell, span and blank of a ruled table, with its place in points', () => {
  const source = readAll(buildOfd({ pages: [table], title: '年度报告' }));
  assert.deepEqual(summary(source), read);
  assert.equal(source.title, '年度报告');
  assert.deepEqual(source.lines[2]!.cells[2]!.place, { kind: 'page', page: 1, box: [240, 140, 290, 160] });
});

test('reads the page template beneath the page, and page blocks inside each other', () => {
  const nested = `<ofd:PageBlock><ofd:PageBlock>${ofdText('正文', 60, 700)}</ofd:PageBlock></ofd:PageBlock>`;
  const source = readAll(buildOfd({ pages: [nested], template: table }));
  assert.deepEqual(summary(source), [...read, '正文']);
});

test('applies the matrix of an object before its place', () => {
  // Half the size, at 100 points from the left and 200 from the top.
  const object =
    '<ofd:TextObject ID="1" Boundary="35.2778 70.5556 50 10" Size="7.0556" CTM="0.5 0 0 0.5 0 0"><ofd:TextCode X="0" Y="6" DeltaX="7.0556">总计</ofd:TextCode></ofd:TextObject>';
  const cell = readAll(buildOfd({ pages: [object] })).lines[0]!.cells[0]!;
  assert.equal(cell.text, '总计');
  const box = cell.place.kind === 'page' ? cell.place.box.map(Math.round) : [];
  assert.deepEqual([box[0], box[2]], [100, 120]);
});

test('begins a TextCode without a place where the one before began', () => {
  const object =
    '<ofd:TextObject ID="1" Boundary="20 50 100 20" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="4">甲乙</ofd:TextCode><ofd:TextCode Y="9" DeltaX="4">丙丁</ofd:TextCode></ofd:TextObject>';
  const source = readAll(buildOfd({ pages: [object] }));
  assert.deepEqual(summary(source), ['甲乙', '丙丁']);
});

test('reads curves and closed paths without taking them for lines', () => {
  const object =
    '<ofd:PathObject ID="5" Boundary="0 0 200 200"><ofd:AbbreviatedData>S 0 0 M 10 10 Q 20 20 30 10 B 1 2 3 4 50 60 A 5 5 0 0 1 70 80 C</ofd:AbbreviatedData></ofd:PathObject>';
  assert.deepEqual(summary(readAll(buildOfd({ pages: [object + ofdText('报告', 60, 100)] }))), ['报告']);
});

test('expands repeated steps, but never beyond the characters there are', () => {
  assert.deepEqual(deltasOf('1 g 2 5 3', 9), [1, 5, 5, 3]);
  assert.deepEqual(deltasOf('g 999999999 5', 3), [5, 5, 5]);
});

test('says that a page is only a picture', () => {
  const picture = '<ofd:ImageObject ID="6" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="4"/>';
  const source = readAll(buildOfd({ pages: [picture, table] }));
  assert.deepEqual(
    source.problems.map((problem) => problem.message.includes('第 1 页')),
    [true],
  );
});

test('recognises a page that is a picture, its words where they stand on the page', async () => {
  const engine = await openTestEngine();
  // A page in grey, 4 by 4 pixels.
  const picture = '<ofd:ImageObject ID="6" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="4"/>';
  const { rgba, width, height } = renderPage(engine, buildPdf({ pages: [{ content: '' }] }), 1, 20);
  const ofd = (bytes: Uint8Array) => buildOfd({ pages: [table, picture], picture: bytes });
  const png = greyPng(width, height, (index) => rgba[index * 4]!);
  const word = { text: '二、主动公开情况', box: [72, 144, 200, 156], confidence: 95, line: 1 } as const;
  const source = readOfd(ofd(png), defaultLimits, {
    pdf: engine,
    recognise: ({ content }) => (content === 'page' ? [word] : []),
  });
  assert.equal(source.recognised, true);
  assert.deepEqual(
    source.problems.map((problem) => problem.code),
    ['scan.recognised'],
  );
  const cell = source.lines.at(-1)!.cells[0]!;
  assert.equal(cell.text, '二、主动公开情况');
  assert.ok(cell.place.kind === 'page' && cell.place.page === 2 && Math.abs(cell.place.box[0] - 72) < 2);
  const codes = (bytes: Uint8Array) =>
    readOfd(ofd(bytes), defaultLimits, { pdf: engine, recognise: () => null }).problems.map(
      ({ code }) => code,
    );
  assert.deepEqual(codes(png), ['scan.tooMany']);
  assert.deepEqual(codes(Buffer.from('no picture')), ['page.damaged']);
});

test('refuses a document type, missing parts and too many pages', () => {
  const hostile = buildZip([{ name: 'OFD.xml', data: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]);
  assert.throws(
    () => readAll(hostile),
    (error) => error instanceof ReadError && error.problem.code === 'file.hostile',
  );
  assert.throws(() => readAll(buildZip([{ name: 'a.txt', data: 'a' }])), ReadError);
  const pages = buildOfd({ pages: ['', '', ''] });
  assert.throws(() => readOfd(pages, { ...defaultLimits, pages: 2 }), ReadError);
});

test('a damaged file ends in a reading or a clear error', () => {
  const parts = [table, ofdText('总计', 60, 700)].join('');
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(parts.length - 1), to: fc.string({ maxLength: 3 }) }), {
        maxLength: 8,
      }),
      (changes) => {
        const letters = [...parts];
        for (const { at, to } of changes) letters[at] = to;
        try {
          readAll(buildOfd({ pages: [letters.join('')] }));
        } catch (error) {
          assert.ok(error instanceof ReadError, String(error));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('refuses a document that names one page again and again, which would make a small file long', () => {
  const zip = openZip(buildOfd({ pages: [table] }), defaultLimits);
  const parts = zip.entries.map(({ name }) => {
    const text = new TextDecoder().decode(zip.read(name));
    return {
      name,
      data: new TextEncoder().encode(text.replace(/<ofd:Page [^>]*\/>/, (page) => page.repeat(300))),
    };
  });
  assert.throws(
    () => readAll(buildZip(parts)),
    (error) => error instanceof ReadError && error.problem.code === 'file.hostile',
  );
});
