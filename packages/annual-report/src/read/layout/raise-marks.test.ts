import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildOfd, ofdText } from '../ofd/build-ofd.ts';
import { readOfd } from '../ofd/read-ofd.ts';
import { defaultLimits } from '../options.ts';
import { buildPdf, show } from '../pdf/build-pdf.ts';
import { drawTable, manners, openTestEngine, summary } from '../pdf/pdf-test-kit.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { placeCells } from './draw-table.ts';

const engine = await openTestEngine();
const texts = (content: string, more: object = {}) =>
  summary(readPdf(buildPdf({ pages: [{ content, ...more }] }), engine));

test('a small raised or lowered mark beside a figure is none of its digits, ruled or not', () => {
  const grid = drawTable(placeCells([['规章', '3', '4', '5']], [90, 60, 60, 60]), manners['single strokes']!);
  // Digits are half as wide as their type is large; the cells' texts begin four points from their left edge.
  const [y, left] = [842 - 100 - 13, 150];
  const marks = (of: (column: number) => number, base: number) =>
    show('1', of(0), base + 3.5, 6.5) + show('[2]', of(1), base + 2, 8) + show('6', of(2), base - 1.4, 6);
  const ruled = texts(grid + marks((column) => left + column * 60 + 9, y));
  assert.deepEqual(
    ruled,
    texts(grid).map((line) => line.replace('3', '3¹').replace(':4', ':4[²]').replace('5', '5₆')),
  );
  const row = show('规章', 60, 300) + show('3', 150, 300) + show('4', 210, 300) + show('5', 270, 300);
  const unruled = row + marks((column) => 155 + column * 60, 300);
  assert.deepEqual(texts(unruled), ['规章|3¹|4[²]|5₆']);
  const landscape = `q 0 1 -1 0 595 0 cm ${unruled} Q`;
  assert.deepEqual(texts(landscape), ['规章|3¹|4[²]|5₆']);
});

test('small type that goes on in words is no mark, and figures in type of their own stay figures', () => {
  assert.deepEqual(texts(show('第', 60, 300, 14) + show('12件', 74, 304, 9)).join(''), '12件第');
  assert.deepEqual(
    texts(show('法人', 60, 300, 12) + show('7', 140, 303, 9))
      .join('')
      .replace(/[^7法人]/g, ''),
    '法人7',
  );
  assert.deepEqual(texts(show('12', 60, 300, 10) + show('34', 70, 300, 8)), ['1234']);
});

test('OFD tells marks of footnotes the same way', () => {
  const page = ofdText('33', 60, 300, 10, 5) + ofdText('1', 70, 300, 6);
  assert.deepEqual(summary(readOfd(buildOfd({ pages: [page] }), defaultLimits)), ['33¹']);
});
