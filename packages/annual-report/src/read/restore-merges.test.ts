import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdown } from './markdown/read-markdown.ts';
import { restoreMerges } from './restore-merges.ts';

const shape = (text: string) =>
  restoreMerges(readMarkdown(text)).lines.map(({ cells }) =>
    cells.map((cell) => `${cell.text}@${cell.column}:${cell.columnSpan}x${cell.rowSpan}`).join(' '),
  );

test('a merged cell that was written into each of its columns and rows is one cell again', () => {
  const table = [
    '| 办理情况 | 办理情况 | 甲类人 | 甲类人 | 合计数 |',
    '|---|---|---|---|---|',
    '| 办理情况 | 办理情况 | 城市 | 乡村 | 合计数 |',
    '| 不予公开 | 属于秘密 | 2 | 2 | 4 |',
    '| 不予公开 | 其他情形 | 0 | 0 | 0 |',
  ].join('\n');
  assert.deepEqual(shape(table), [
    '办理情况@0:2x2 甲类人@2:2x1 合计数@4:1x2',
    '城市@2:1x1 乡村@3:1x1',
    '不予公开@0:1x2 属于秘密@1:1x1 2@2:1x1 2@3:1x1 4@4:1x1',
    '其他情形@1:1x1 0@2:1x1 0@3:1x1 0@4:1x1',
  ]);
});

test('a figure repeated under one repeated head is one figure; two figures under it stay two', () => {
  const table = '| 处理数量 | 处理数量 |\n|---|---|\n| 12 | 12 |\n| 7 | 8 |';
  assert.deepEqual(shape(table), ['处理数量@0:2x1', '12@0:2x1', '7@0:1x1 8@1:1x1']);
});

test('a table without repeated labels is left as it is, equal figures and marks included', () => {
  const source = readMarkdown('| 项目 | 甲 | 乙 |\n|---|---|---|\n| 许可 | 3 | 3 |\n| 处罚 | 无 | 无 |');
  assert.equal(restoreMerges(source), source);
});

test('equal figures with equal remarks side by side are two figures', () => {
  assert.deepEqual(
    shape('| 情形 | 甲类人 | 乙类人 |\n|---|---|---|\n| 属于秘密 | 2（其中修订2件） | 2（其中修订2件） |'),
    ['情形@0:1x1 甲类人@1:1x1 乙类人@2:1x1', '属于秘密@0:1x1 2（其中修订2件）@1:1x1 2（其中修订2件）@2:1x1'],
  );
});
