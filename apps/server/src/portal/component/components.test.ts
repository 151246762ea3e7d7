import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chart } from './chart/chart.ts';
import { roundUp } from './chart/line-drawing.ts';
import { dataTable } from './data-table/data-table.ts';
import { deadline } from './deadline/deadline.ts';
import { downloadList } from './download-list/download-list.ts';
import { pagination } from './pagination/pagination.ts';
import { textArea } from './text-area/text-area.ts';
import { textField } from './text-field/text-field.ts';

/** What a reader sees of markup. */
const words = (markup: unknown): string =>
  String(markup)
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('a deadline is told in working days and as a day, with the year where it is not this one', () => {
  assert.equal(words(deadline({ due: '2026-03-16', workingDaysLeft: 12 })), '还剩 12 个工作日 · 3 月 16 日');
  assert.equal(words(deadline({ due: '2026-03-16', workingDaysLeft: 3 })), '▲ 还剩 3 个工作日 · 3 月 16 日');
  assert.equal(words(deadline({ due: '2026-03-16', workingDaysLeft: 0 })), '▲ 今天到期 · 3 月 16 日');
  assert.equal(
    words(deadline({ due: '2026-03-12', workingDaysLeft: -2 })),
    '✖ 已超期 2 个工作日 · 3 月 12 日',
  );
  assert.equal(
    words(deadline({ due: '2027-01-08', workingDaysLeft: 9, provisional: true, year: 2026 })),
    '还剩 9 个工作日 · 2027 年 1 月 8 日（暂定）',
  );
});

test('pages are turned by their neighbours, the first and the last; one page alone needs nothing', () => {
  assert.equal(words(pagination({ page: 1, pages: 1, href: '?page={page}' })), '');
  assert.equal(
    words(pagination({ page: 13, pages: 27, href: '?page={page}' })),
    '第 13 页，共 27 页 上一页 1…121314…27 下一页',
  );
  const last = String(pagination({ page: 3, pages: 3, href: '?q=a&page={page}' }));
  assert.doesNotMatch(last, /下一页/);
  assert.match(last, /href="\?q=a&amp;page=2" rel="prev"/);
});

test('blank stays blank in a table and is no zero; figures have their separators', () => {
  const table = String(
    dataTable({
      caption: '件数',
      columns: [{ label: '机关' }, { label: '新收', numeric: true }],
      rows: [
        ['甲局', 12_345],
        ['乙局', 0],
        ['丙局', null],
      ],
    }),
  );
  assert.match(table, /<td class="numeric" data-head="新收">12,345<\/td>/);
  assert.match(table, /<td class="numeric zero" data-head="新收">0<\/td>/);
  assert.match(table, /<td class="numeric blank" data-head="新收"><span class="unseen">空白<\/span><\/td>/);
});

test('a list without entries says why', () => {
  assert.equal(
    words(dataTable({ caption: '件数', columns: [{ label: '机关' }], rows: [], empty: '还没有。' })),
    '还没有。',
  );
});

test('an error and a hint are read out with their control, and what was typed stays', () => {
  const field = String(
    textField({ name: 'a', label: '姓名', hint: '和证件一致', error: '请填写', value: '"张三"' }),
  );
  assert.match(field, /aria-invalid="true" aria-describedby="a-error a-hint" value="&quot;张三&quot;"/);
  assert.match(field, /id="a-error"/);
  assert.match(field, /id="a-hint"/);
  assert.doesNotMatch(String(textField({ name: 'a', label: '姓名' })), /aria-/);
});

test('a text that is too long is kept, and its length is told in characters as people count them', () => {
  const area = String(textArea({ name: 'a', label: '理由', most: 3, value: '𠮷野家甲' }));
  assert.match(area, />𠮷野家甲<\/textarea>/);
  assert.match(area, /已有 4 字，最多 3 字/);
  assert.doesNotMatch(area, /maxlength/);
});

test('a gap in a line is a gap: the line is not drawn across what is not known, nor down to zero', () => {
  const drawn = String(
    chart({
      id: 'a',
      title: '历年',
      kind: 'line',
      unit: '件',
      categoryName: '年度',
      categories: ['2022', '2023', '2024', '2025'],
      series: [{ name: '新收', values: [10, null, 20, 30] }],
    }),
  );
  assert.deepEqual(
    [...drawn.matchAll(/<polyline [^>]*points="([^"]+)"/g)].map(([, points]) => points?.split(' ').length),
    [1, 2],
  );
  assert.equal(drawn.match(/空白/g)?.length, 1);
});

test('an axis ends at a round number that holds the greatest', () => {
  assert.deepEqual([1, 2, 3, 10, 11, 402, 1204].map(roundUp), [1, 2, 5, 10, 20, 500, 2000]);
});

test('a file that can be taken away has its format and size beside it', () => {
  assert.equal(
    words(downloadList({ files: [{ name: '年报', href: '#', format: 'PDF', bytes: 1_572_864 }] })),
    '年报 PDF，1.5 MB',
  );
  assert.equal(
    words(downloadList({ files: [{ name: '表', href: '#', format: 'CSV', bytes: 12 }] })),
    '表 CSV，1 KB',
  );
});
