import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLines } from './build-lines.ts';
import type { Glyph } from './layout-page.ts';

const size = 8;
let run = 0;

/** Words drawn in one go, `left` in widths of a character. */
const words = (text: string, left: number, line: number): readonly Glyph[] => {
  run += 1;
  return [...text].map((character, at) => ({
    text: character,
    left: (left + at) * size,
    right: (left + at + 1) * size,
    top: line * 12 - size,
    bottom: line * 12,
    baseline: line * 12,
    size,
    turn: 0,
    run,
  }));
};

const linesOf = (...glyphs: readonly (readonly Glyph[])[]): readonly (readonly string[])[] =>
  buildLines(glyphs.flat(), true).map(({ pieces }) => pieces.map(({ text }) => text));

test('heads of narrow columns that nearly touch are told apart', () => {
  assert.deepEqual(linesOf(words('商业企', 0, 1), words('科研机', 3.7, 1), words('社会公', 7.4, 1)), [
    ['商业企', '科研机', '社会公'],
  ]);
});

test('words drawn apart inside a line of prose stay together', () => {
  const first = '本机关全年收到的政府信息公开申请数量';
  assert.deepEqual(linesOf(words(first, 0, 1), words('比上年有所增加', first.length + 0.7, 1)), [
    [`${first}比上年有所增加`],
  ]);
});

test('a group and a label that nearly touch are told apart beside a line of cells, and only there', () => {
  const both = [words('三、本年度办', 0, 1), words('（二）部分公开', 6.7, 1)];
  assert.deepEqual(linesOf(...both), [['三、本年度办（二）部分公开']]);
  const figures = ['4', '3', '0'].map((text, at) => words(text, 20 + 4 * at, 2));
  assert.deepEqual(linesOf(...both, ...figures)[0], ['三、本年度办', '（二）部分公开']);
});

test('single characters set wide are one word alone on a line, and heads beside other heads', () => {
  const wide = [words('目', 0, 2), words('录', 4, 2)];
  assert.deepEqual(linesOf(...wide), [['目 录']]);
  const heads = [words('结果维', 0, 1), words('结果纠', 4.7, 1), words('其他结', 9.4, 1)];
  assert.deepEqual(linesOf(...heads, ...wide)[1], ['目', '录']);
});
