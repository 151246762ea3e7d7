import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeCells } from '../layout/draw-table.ts';
import type { ReadOptions } from '../options.ts';
import { buildPdf } from '../pdf/build-pdf.ts';
import { drawTable, manners, openTestEngine } from '../pdf/pdf-test-kit.ts';
import { renderPage } from '../pdf/render-page.ts';
import { readReport } from '../read-report.ts';
import { buildZip } from '../zip/build-zip.ts';
import { greyPng } from './build-png.ts';

const engine = await openTestEngine();

/** The picture of a page with an empty table, 72 pixels an inch. */
const empty = Array.from({ length: 6 }, () => ['', '', '', '']);
const content = drawTable(placeCells(empty, [120, 90, 90, 90]), manners['single strokes']!);
const page = renderPage(engine, buildPdf({ pages: [{ content }] }), 1, 90);
const picture = greyPng(page.width, page.height, (index) => page.rgba[index * 4]!);
const logo = greyPng(120, 40, () => 0);

const narrative =
  '<h1>东海市教育局2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>全年主动公开政府信息12条。</p>' +
  '<h2>五、存在的主要问题及改进情况</h2><p>公开内容有待充实。</p><h2>六、其他需要报告的事项</h2><p>无。</p>';
const html = (pictures: readonly Buffer[]): Buffer =>
  Buffer.from(
    `<html><body>${narrative}${pictures.map((bytes) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`).join('')}</body></html>`,
  );
const docx = buildZip([
  {
    name: 'word/document.xml',
    data: '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>',
  },
  { name: 'word/media/image1.png', data: picture },
  { name: 'word/media/image2.png', data: logo },
]);

const codes = (bytes: Buffer, options: ReadOptions = {}): readonly string[] => {
  const { reports, problems } = readReport(bytes, options);
  return [...problems, ...reports.flatMap((report) => report.problems)]
    .map(({ code }) => code)
    .filter((code) => code.startsWith('scan.'));
};

test('says that a web page or a Word file has its tables only as pictures', () => {
  assert.deepEqual(codes(html([picture])), ['scan.pictures']);
  assert.deepEqual(codes(docx), ['scan.pictures']);
  assert.deepEqual(codes(html([logo])), []);
});

test('recognises pictures of pages in a Word file, and passes over logos', () => {
  let pages = 0;
  const found = codes(docx, {
    pdf: engine,
    recognise: ({ content: wanted }) => {
      if (wanted === 'page') pages++;
      return [{ text: '政府信息公开工作年度报告说明文字', box: [60, 40, 400, 52], confidence: 95, line: 1 }];
    },
  });
  assert.deepEqual(found, ['scan.recognised']);
  assert.ok(pages > 0);
});
