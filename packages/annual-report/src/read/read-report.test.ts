import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applicantColumns, otherHandling2021, requestsTable } from '../form/shared-tables.ts';
import type { Report } from '../report.ts';
import { readReport } from './read-report.ts';
import { buildZip } from './zip/build-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Table 三 as a web page prints it, every figure `figure`, sums right where it is 0. */
const requestTable = (figure: string): string => {
  const head = `<tr><td colspan=3>申请人情况</td>${applicantColumns.map(({ label }) => `<td>${label}</td>`).join('')}</tr>`;
  const rows = requestsTable(otherHandling2021).rows.map(({ label }) => {
    const words = label.split('/').at(-1) ?? '';
    return `<tr><td colspan=3>${words}</td>${applicantColumns.map(() => `<td>${figure}</td>`).join('')}</tr>`;
  });
  return `<table>${head}${rows.join('')}</table>`;
};

const page = (title: string, figure: string): string =>
  `<h1>${title}</h1><p>一、总体情况</p><p>${title.slice(0, 4)}的工作。</p><p>三、收到和处理政府信息公开申请情况</p>${requestTable(figure)}<p>五、存在的主要问题及改进情况</p><p>不足。</p>`;

const first = '甲市乙局2022年政府信息公开工作年度报告';
const second = '甲市丙局2022年政府信息公开工作年度报告';
const figureOf = (report: Report | undefined): string | null | undefined =>
  report?.cells.get('requests.received.naturalPerson')?.value;

test('two reports one after another are read as two, each with its own figures, text and agency', () => {
  const { reports, problems } = readReport(bytes(page(first, '0') + page(second, '5')));
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['report.severalSplit'],
  );
  assert.deepEqual(
    reports.map((report) => [report.agency, figureOf(report), report.sections[0]?.paragraphs[0]?.text]),
    [
      ['甲市乙局', '0', '甲市乙局的工作。'],
      ['甲市丙局', '5', '甲市丙局的工作。'],
    ],
  );
});

test('a list of contents before a collection does not confuse it', () => {
  const contents = `<p>目录</p><p>${first}</p><p>${second}</p>`;
  const { reports } = readReport(bytes(contents + page(first, '0') + page(second, '5')));
  assert.deepEqual(
    reports.map((report) => [report.agency, figureOf(report)]),
    [
      ['甲市乙局', '0'],
      ['甲市丙局', '5'],
    ],
  );
});

test('a report printed twice with the same figures is one report', () => {
  const { reports, problems } = readReport(bytes(page(first, '7') + page(first, '7')));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    reports.map((report) => [report.agency, figureOf(report)]),
    [['甲市乙局', '7']],
  );
});

test('tables of two reports side by side, or without titles between them, give no figure at all', () => {
  const rows = requestsTable(otherHandling2021).rows.map(({ label }) => {
    const words = label.split('/').at(-1) ?? '';
    return `${words}\t${'1\t'.repeat(7)}${words}\t${'2\t'.repeat(7)}`;
  });
  const columns = readReport(bytes(`${first}\n${rows.join('\n')}`));
  assert.deepEqual([columns.reports.length, columns.problems[0]?.code], [0, 'report.severalMixed']);
  const untitled = readReport(bytes(page(first, '1') + requestTable('2')));
  assert.deepEqual([untitled.reports.length, untitled.problems[0]?.code], [0, 'report.severalMixed']);
});

test('a file that is no report says so, a report without tables is one', () => {
  assert.deepEqual(
    readReport(bytes('今天天气很好。')).problems.map(({ code }) => code),
    ['report.none'],
  );
  const links = [2019, 2020, 2021]
    .map((year) => `<li>甲市乙局${year}年政府信息公开工作年度报告</li>`)
    .join('');
  assert.deepEqual(
    readReport(bytes(`<ul>${links}</ul>`)).problems.map(({ code }) => code),
    ['report.none'],
  );
  const text = `${first}\n一、总体情况\n依法公开。\n五、存在的主要问题及改进情况\n不足。\n六、其他需要报告的事项\n无`;
  const { reports } = readReport(bytes(text));
  assert.deepEqual(
    reports[0]?.problems.map(({ code }) => code),
    ['table.absent'],
  );
  assert.equal(reports[0]?.form, null);
});

test('a report of before 2019 is told by its year and still sectioned', () => {
  const text =
    '甲市乙局2017年政府信息公开工作年度报告\n一、概述\n好。\n二、主动公开政府信息的情况\n公开百条。\n三、政府信息依申请公开办理情况\n两件。\n四、政府信息公开的收费及减免情况\n没有收费。\n五、因政府信息公开申请行政复议、提起行政诉讼的情况\n没有。\n六、存在的主要问题及改进情况\n不足。';
  const report = readReport(bytes(text)).reports[0];
  assert.deepEqual(
    report?.problems.map(({ code }) => code),
    ['report.before2019'],
  );
  assert.deepEqual(
    report?.sections.map(({ id }) => id),
    ['overview', 'proactive', 'requests', 'reviews', 'problems'],
  );
});

test('a ZIP gives the reports of all its files, and one bad file does not harm the others', () => {
  const archive = buildZip([
    { name: '乙.html', data: bytes(page(first, '1')) },
    { name: '坏.pdf', data: bytes('%PDF-1.4 broken') },
    { name: '丙.html', data: bytes(page(second, '2')) },
  ]);
  const { reports, problems } = readReport(archive);
  assert.deepEqual(
    reports.map(({ agency }) => agency),
    ['甲市乙局', '甲市丙局'],
  );
  assert.equal(problems.length, 1);
});

test('what is no file of any kind is refused in words, never by throwing', () => {
  const codes = (input: Uint8Array, name?: string) =>
    readReport(input, name === undefined ? {} : { name }).problems.map(({ code }) => code);
  assert.deepEqual(codes(new Uint8Array()), ['file.empty']);
  assert.deepEqual(codes(bytes(' \n ')), ['file.noText']);
  assert.deepEqual(codes(Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 30)), ['file.unknownFormat']);
  assert.deepEqual(codes(bytes('%PDF-1.7')), ['pdf.noEngine']);
  assert.deepEqual(
    readReport(bytes('字'.repeat(99)), { limits: { fileBytes: 10 } }).problems.map(({ code }) => code),
    ['file.tooLarge'],
  );
});

test('a report damaged anywhere is read or refused, in bounded time, without throwing', () => {
  const whole = page(first, '3');
  const start = fc.nat(whole.length);
  const insert = fc.constantFrom(
    '',
    '<',
    '<table>',
    '</table>',
    '</td>',
    '<div style="display:none">',
    '&',
    '\u0000',
    '一、',
    '\t',
    '|',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(start, fc.nat(300), insert), { minLength: 1, maxLength: 5 }), (cuts) => {
      const damaged = cuts.reduce(
        (text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length),
        whole,
      );
      const { reports } = readReport(bytes(damaged));
      // A cell without a figure of its own never has a value, whatever the damage.
      for (const report of reports)
        for (const [id, cell] of report.cells)
          if (cell.status === 'blank' || cell.status === 'absent' || cell.status === 'unreadable')
            assert.equal(cell.value, null, id);
    }),
    { numRuns: 150 },
  );
});

test('text with random lines lost, doubled and swapped is read or refused without throwing', () => {
  const lines = page(first, '3')
    .replace(/<[^>]*>/g, '\n')
    .split('\n');
  const edits = fc.array(fc.tuple(fc.nat(lines.length), fc.constantFrom('drop', 'double', 'swap', 'join')), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(edits, (list) => {
      const text = [...lines];
      for (const [at, edit] of list) {
        if (edit === 'drop') text.splice(at, 1);
        else if (edit === 'double') text.splice(at, 0, text[at] ?? '');
        else if (edit === 'swap') text.splice(at, 2, text[at + 1] ?? '', text[at] ?? '');
        else text.splice(at, 2, `${text[at] ?? ''}${text[at + 1] ?? ''}`);
      }
      assert.ok(readReport(bytes(text.join('\n'))).problems.length >= 0);
    }),
    { numRuns: 60 },
  );
});
