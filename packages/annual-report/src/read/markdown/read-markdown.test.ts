import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdown } from './read-markdown.ts';

const lines = (text: string) =>
  readMarkdown(text).lines.map((line) => [line.kind, ...line.cells.map((cell) => cell.text)]);

test('a pipe table with a full grid keeps its true columns, blank cells and places', () => {
  const source = readMarkdown('| 信息内容 | 数量 |\n|:--|---:|\n| 规章 | 3 |\n| 办法 |  |\n');
  assert.deepEqual(
    source.lines.map((line) => [line.kind, line.table, line.row, ...line.cells.map((cell) => cell.text)]),
    [
      ['grid', 1, 1, '信息内容', '数量'],
      ['grid', 1, 2, '规章', '3'],
      ['grid', 1, 3, '办法', ''],
      ['text', 0, 0, ''],
    ],
  );
  assert.deepEqual(source.lines[1]?.cells[1]?.place, { kind: 'line', line: 3, start: 8, end: 9 });
});

test('a pipe table with rows of other lengths gives cells in order, not columns', () => {
  assert.deepEqual(lines('|a|b|c|\n|---|---|---|\n|规章|1|'), [
    ['cells', 'a', 'b', 'c'],
    ['cells', '规章', '1'],
  ]);
});

test('headings, emphasis and escapes leave their words only', () => {
  assert.deepEqual(
    lines(
      '## 一、总体情况 ##\n**加粗**与*强调*，2\\. 项，`代码`，[链接](http://a.cn)，a_b_c，5 * 3\n> 引文\n---',
    ),
    [
      ['text', '一、总体情况'],
      ['text', '加粗与强调，2. 项，代码，链接，a_b_c，5 * 3'],
      ['text', '引文'],
    ],
  );
});

test('a backslash in a cell stays what it is, an escaped pipe is text', () => {
  assert.deepEqual(lines('|行政强制|数量|\n|--|--|\n| \\ | \\-57 |\n| a\\|b | \\\\ |'), [
    ['grid', '行政强制', '数量'],
    ['grid', '\\', '-57'],
    ['grid', 'a|b', '\\'],
  ]);
});

test('HTML tables inside Markdown are grids with their spans', () => {
  const source = readMarkdown(
    '文\n\n| a | b |\n|---|---|\n\n<table>\n<tr><td colspan="2">规章</td>\n<td>1</td></tr>\n</table>\n后',
  );
  assert.deepEqual(
    source.lines.map((line) => [
      line.kind,
      line.table,
      line.cells.map((cell) => `${cell.text}:${cell.columnSpan}`).join(' '),
    ]),
    [
      ['text', 0, '文:1'],
      ['text', 0, ':1'],
      ['grid', 1, 'a:1 b:1'],
      ['text', 0, ':1'],
      ['grid', 2, '规章:2 1:1'],
      ['text', 0, '后:1'],
    ],
  );
  assert.deepEqual(source.lines[4]?.cells[1]?.place, { kind: 'table', table: 2, row: 1, column: 3 });
});

test('front matter is metadata, a rule at the top is not', () => {
  const source = readMarkdown('---\ntitle: "某局年度报告"\ndate: 2024-01-05\n---\n文');
  assert.deepEqual(
    [source.title, source.metadata.date, source.lines.length],
    ['某局年度报告', '2024-01-05', 1],
  );
  assert.deepEqual(lines('---\n总体情况良好\n---'), [['text', '总体情况良好']]);
});

test('attributes behind a heading and figures set as formulas leave only what is printed', () => {
  assert.deepEqual(
    lines(
      '# 某局年度报告 {#某局年度报告 style="text-align:center"}\n\n|项目|数量|\n|--|--|\n|许可|\\( 1,263 \\)|\n|占比|$98.5\\%$|',
    ),
    [
      ['text', '某局年度报告'],
      ['text', ''],
      ['grid', '项目', '数量'],
      ['grid', '许可', '1,263'],
      ['grid', '占比', '98.5%'],
    ],
  );
});

test('rows of cells that hold paragraphs are put together again where pipes stand on lines of their own', () => {
  const row = (...cells: string[]): string => `${cells.join('\n\n| \n\n')}  \n  \n`;
  const text = `## 二、标题\n\n${row('信息内容', '本年数')}---|---  \n  \n${['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((name, at) => row(name, String(at))).join('')}\n后文**重点**。\n`;
  const found = lines(text);
  assert.deepEqual(found.slice(0, 4), [
    ['text', '二、标题'],
    ['cells', '信息内容', '本年数'],
    ['cells', '甲', '0'],
    ['cells', '乙', '1'],
  ]);
  assert.deepEqual(found.at(-1), ['text', '后文重点。']);
});
