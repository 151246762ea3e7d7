import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blankReport } from '../../write/blank-report.ts';
import { writeMarkdown } from '../../write/write-markdown.ts';
import { readReport } from '../read-report.ts';

const form = writeMarkdown(blankReport('2021', { agency: '云山区水务局', year: 2024 }));

const misnamed = (text: string): readonly string[] =>
  readReport(new TextEncoder().encode(text), { name: 'report.md' }).reports.flatMap(({ problems }) =>
    problems.filter(({ code }) => code === 'row.misnamed').map(({ message }) => message),
  );

test('a row whose name has a doubled character is read, and the name is told with the form’s own', () => {
  assert.deepEqual(misnamed(form.replace('没有现成信息需要另行制作', '没有现成信息需需要要另行制作')), [
    '“2.没有现成信息需需要要另行制作”与格式规定的“2.没有现成信息需要另行制作”文字不同。',
  ]);
});

test('the form’s own words and usual variants of them are no misnaming', () => {
  assert.deepEqual(misnamed(form), []);
  assert.deepEqual(misnamed(form.replace('1.属于国家秘密', '1、属于国家秘密')), []);
  assert.deepEqual(misnamed(form.replace('行政规范性文件', '规范性文件')), []);
});
