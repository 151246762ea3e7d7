import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeCells } from '../layout/draw-table.ts';
import type { PageImage } from '../options.ts';
import { buildPdf, show } from '../pdf/build-pdf.ts';
import { drawTable, manners, openTestEngine, summary } from '../pdf/pdf-test-kit.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { renderPage } from '../pdf/render-page.ts';
import { deskew, skewOf } from './deskew.ts';
import { isShapedLike } from './digit-shape.ts';
import { findBlobs, findInk } from './ink.ts';
import { scannedRules } from './scanned-rules.ts';

const engine = await openTestEngine();

/** A page as a scanner would see it. */
const scan = (content: string, resolution = 150): PageImage => {
  const { width, height, rgba } = renderPage(engine, buildPdf({ pages: [{ content }] }), 1, resolution);
  const pixels = Uint8Array.from({ length: width * height }, (_, index) => rgba[index * 4]!);
  return { page: 1, width, height, pixels, resolution };
};

const cells = placeCells(
  [
    ['12', '', '7'],
    ['3', '0', '4'],
  ],
  [90, 60, 60],
);
const table = drawTable(cells, manners['single strokes']!);
const fullPage = 'q 595 0 0 842 0 0 cm /P Do Q ';

test('finds the ruling lines of a scanned table within a point', () => {
  const rules = scannedRules(findInk(scan(table)), 150);
  const across = rules.filter((rule) => rule.horizontal).map((rule) => Math.round(rule.at));
  const down = rules.filter((rule) => !rule.horizontal).map((rule) => Math.round(rule.at));
  assert.deepEqual(across, [100, 120, 140]);
  assert.deepEqual(down, [60, 150, 210, 270]);
});

for (const degrees of [-1.2, 0.7, 2]) {
  test(`straightens a page scanned ${degrees} degrees askew`, () => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    // PDF counts upwards: a line that falls to the right is turned the other way round.
    const askew = scan(`q ${cos} ${-sin} ${sin} ${cos} 0 0 cm ${table} Q`);
    assert.ok(Math.abs(skewOf(askew) - degrees) <= 0.11);
    const rules = scannedRules(findInk(deskew(askew)), 150);
    assert.equal(rules.filter((rule) => rule.horizontal).length, 3);
    assert.equal(rules.filter((rule) => !rule.horizontal).length, 4);
  });
}

test('counts the patches of ink that digits make', () => {
  const image = scan('BT /L 20 Tf 100 700 Td (1 8 0) Tj ET');
  const whole = { left: 0, top: 0, right: image.width, bottom: image.height };
  assert.equal(findBlobs(findInk(image), whole).length, 3);
});

test('tells by its holes which digits a patch of ink can be', () => {
  for (const digit of '0123456789') {
    const image = scan(`BT /L 11 Tf 100 700 Td (${digit}) Tj ET`);
    const ink = findInk(image);
    const [blob] = findBlobs(ink, { left: 0, top: 0, right: image.width, bottom: image.height });
    assert.ok(isShapedLike(digit, ink, blob!), digit);
    // What worn copies make recognition mistake for each other.
    const others = [...'0689'].filter((other) => other !== digit && !(digit === '4' && other === '9'));
    for (const other of others) assert.ok(!isShapedLike(other, ink, blob!), `${digit} as ${other}`);
  }
});

test('takes the lines of a scan with a hidden text layer from the picture, and its words from the layer', () => {
  const { width, height, pixels } = scan(
    `${table} BT /L 10 Tf 67 730 Td (12) Tj ET BT /L 10 Tf 157 730 Td (99) Tj ET`,
  );
  const hidden = cells
    .filter((cell) => cell.text !== '')
    .map(({ text, box }) => show(text, box[0] + 6, 842 - box[1] - 13))
    .join('');
  const prose = show('本页文字由识别程序加在图像下面供检索使用', 60, 600);
  const content = `${fullPage}3 Tr ${hidden}${prose}`;
  const source = readPdf(buildPdf({ pages: [{ content, picture: { width, height, pixels } }] }), engine);
  // The layer has nothing for the second cell, the picture has: it is unread, not blank.
  assert.deepEqual(summary(source).slice(0, 2), ['1.1 0:12|1:\uFFFD|2:7', '1.2 0:3|1:0|2:4']);
  assert.equal(source.recognised, true);
  assert.deepEqual(
    source.problems.map((problem) => problem.code),
    ['scan.recognised'],
  );
});

/** Reads a scanned table with the one figure 12, recognised as told: once among words, once among figures. */
const readTwelve = (block: string, figures: string): readonly [readonly string[], string] => {
  const empty = cells.map((cell) => ({ ...cell, text: '' }));
  // Helvetica is drawn without being embedded, so this is a figure that can be seen.
  const picture = scan(`${drawTable(empty, manners['single strokes']!)} BT /L 12 Tf 67 726 Td (12) Tj ET`);
  const asked: string[] = [];
  const source = readPdf(buildPdf({ pages: [{ content: fullPage, picture }] }), engine, {
    recognise: ({ content = 'page' }) => {
      if (content !== 'page') asked.push(content);
      const text = content === 'block' ? block : figures;
      // The first piece of a sheet begins 70 pixels from its corner, at 300 pixels an inch.
      return content === 'page' ? [] : [{ text, box: [18, 18, 19, 19], confidence: 90, line: 1 }];
    },
  });
  return [asked, summary(source)[0]!];
};

test('a figure counts where two readings of it agree', () => {
  assert.deepEqual(readTwelve('12', '12'), [['block', 'figures'], '1.1 0:12|1:|2:']);
});

test('a figure is unreadable where the readings differ, however often it is tried', () => {
  assert.equal(readTwelve('12', '72')[1], '1.1 0:72\uFFFD|1:|2:');
});

test('a figure is unreadable where it has more digits than the cell has patches of ink', () => {
  assert.equal(readTwelve('112', '112')[1], '1.1 0:112\uFFFD|1:|2:');
});
