import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseReportJson } from '../json/parse-report-json.ts';
import { defaultLimits } from '../read/options.ts';
import { openZip } from '../read/zip/open-zip.ts';
import { anyReport } from '../testing/arbitrary-report.ts';
import { blankReport } from './blank-report.ts';
import { printedFigure } from './printed-figure.ts';
import { reportFormats, writeReport } from './write-report.ts';

const fonts = ['400Regular/NotoSerifSC_400Regular', '700Bold/NotoSerifSC_700Bold'].map(
  (name) =>
    new Uint8Array(
      readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${name}.ttf`))),
    ),
);
const text = async (...[report, format]: Parameters<typeof writeReport>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeReport(report, format));
const make = (data: object) =>
  parseReportJson(JSON.stringify({ agency: '青山县水利局', year: 2023, ...data }));

test('the same report gives the same bytes in every format', async () => {
  const report = make({ cells: { 'requests.received.total': 3 } });
  for (const format of reportFormats) {
    const [first, second] = [
      await writeReport(report, format, { fonts }),
      await writeReport(report, format, { fonts }),
    ];
    assert.ok(Buffer.compare(first, second) === 0, format);
  }
});

test('a web page names the heads of every figure and refers to nothing outside', async () => {
  const html = await text(make({ form: '2021' }), 'html');
  const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), (match) => match[1]));
  const headers = Array.from(html.matchAll(/ headers="([^"]+)"/g), (match) => match[1]!.split(' '));
  assert.equal(headers.length, 200);
  assert.ok(headers.flat().every((id) => ids.has(id)));
  assert.ok(headers.every((list) => list.length >= 2));
  assert.equal(ids.size, Array.from(html.matchAll(/ id="/g)).length);
  assert.doesNotMatch(html, /(?:src|href)=|url\(|@import/);
  assert.match(html, /<html lang="zh-CN">/);
});

test('a web page shows which cells are blank and which were worked out', async () => {
  const html = await text(
    make({
      cells: {
        'requests.received.total': { value: 3, raw: '30', status: 'solved' },
        'requests.received.other': 0,
      },
    }),
    'html',
  );
  assert.match(html, /data-cell="requests\.received\.total" class="solved" title="由勾稽关系解出">3</);
  assert.match(html, /data-cell="requests\.received\.other" class="printed">0</);
  assert.match(html, /data-cell="requests\.received\.business" class="blank" title="空白"><\/td>/);
});

test('words of a report are never markup, script, formula or typesetting program', async () => {
  const evil = '</script><script>alert(1)</script><!-- #panic("x") [a](javascript:b) ]]> & \u0000\uD800 $x$';
  const report = make({
    agency: evil,
    title: evil,
    sections: [{ id: 'overview', title: evil, text: evil }],
    cells: { 'requests.received.total': { raw: evil }, 'requests.received.other': { raw: '=cmd|x' } },
  });
  const html = await text(report, 'html');
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.equal(html.match(/<\/script/g)?.length, 1);
  const csv = await text(report, 'csv');
  assert.match(csv, /,'=cmd\|x,/);
  for (const format of ['docx', 'xlsx', 'pdf'] as const) {
    assert.ok((await writeReport(report, format, { fonts })).length > 5000);
  }
});

test('CSV has one line a cell, keeps numbers numbers, and opens in Excel as UTF-8', async () => {
  const report = make({
    cells: {
      'requests.received.total': '-417',
      'requests.received.other': { raw: '+3' },
      'proactive.20-8.charges.amount': '12345678901234567.89',
    },
    agency: '水利局,"青山"',
  });
  const csv = await text(report, 'csv');
  assert.ok(csv.startsWith('\uFEFFagency,year,form,table,row,column,'));
  const lines = csv.trimEnd().split('\r\n');
  assert.equal(lines.length, 201);
  const line = (id: string) => lines.find((one) => one.includes(id))!;
  assert.ok(
    line('requests,received,total').startsWith('"水利局,""青山""",2023,2021,requests,received,total,'),
  );
  assert.ok(line('requests,received,total').endsWith(',-417,,-417,printed,'));
  assert.ok(line('requests,received,other').endsWith(',,,+3,printed,'));
  assert.ok(line('charges,amount').includes(',12345678901234567.89,'));
});

test('Word and Excel files declare and refer to the part with the data', async () => {
  for (const format of ['docx', 'xlsx'] as const) {
    const archive = openZip(await writeReport(make({}), format), defaultLimits);
    const part = (name: string) => Buffer.from(archive.read(name)).toString();
    assert.match(
      part('[Content_Types].xml'),
      /PartName="\/gongkai\/report\.json" ContentType="application\/json"/,
    );
    assert.match(part('_rels/.rels'), /Target="gongkai\/report\.json"/);
    assert.equal(parseReportJson(part('gongkai/report.json')).agency, '青山县水利局');
    assert.match(part('docProps/core.xml'), /<dc:title>青山县水利局2023年政府信息公开工作年度报告</);
  }
});

test('PDF is refused without its fonts instead of being set in another one', async () => {
  await assert.rejects(writeReport(make({}), 'pdf'), /Noto Serif SC/);
});

test('PDF is tagged, titled in Chinese, and carries the data as an attachment', async () => {
  const pdf = Buffer.from(await writeReport(make({}), 'pdf', { fonts })).toString('latin1');
  assert.match(pdf, /\/MarkInfo\s*<<[^>]*\/Marked true/);
  assert.match(pdf, /\/Lang\s*\(zh/);
  assert.match(pdf, /gongkai-report\.json/);
});

test('every kind of report can be written in every format', async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, fc.constantFrom(...reportFormats), async (report, format) => {
      assert.ok((await writeReport(report, format, { fonts })).length > 1000);
    }),
    { numRuns: 14 },
  );
});

test('an empty form has six headings, blank tables and hints where the law says what belongs there', () => {
  for (const form of ['2019', '2021'] as const) {
    const report = blankReport(form, { agency: '青山县水利局', year: 2024 });
    assert.equal(report.title, '青山县水利局2024年政府信息公开工作年度报告');
    assert.equal(report.sections.length, 6);
    assert.ok([...report.cells.values()].every((cell) => cell.status === 'blank'));
    assert.match(report.sections[0]!.paragraphs[0]!.text, /^［填写：主动公开、依申请公开/);
  }
});

test('a figure is printed as it stood, unless its text does not say its value', () => {
  const place = null;
  const printed = (value: string | null, raw: string, status: 'printed' | 'solved' | 'unreadable') =>
    printedFigure({ value, raw, status, place });
  assert.equal(printed('3236', '3,236', 'printed'), '3,236');
  assert.equal(printed(null, '\\', 'printed'), '\\');
  assert.equal(printed('3', '39644', 'solved'), '3');
  assert.equal(printed(null, '39644', 'unreadable'), '');
  assert.equal(
    printedFigure({ value: '3', raw: '', unit: '万元', remark: '含上年', status: 'solved', place }),
    '3万元（含上年）',
  );
});
