import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ReadError } from '../problem.ts';
import { anyReport } from '../testing/arbitrary-report.ts';
import { parseReportJson } from './parse-report-json.ts';
import { reportToJson } from './report-to-json.ts';

const parse = (data: unknown) => parseReportJson(JSON.stringify(data));
const refuses = (text: string, code: string, words: RegExp) =>
  assert.throws(
    () => parseReportJson(text),
    (error) => error instanceof ReadError && error.problem.code === code && words.test(error.message),
  );

test('a report written as JSON is read back identically', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      assert.deepEqual(parseReportJson(reportToJson(report)), report);
    }),
    { numRuns: 60 },
  );
});

test('a hand-written report needs agency, year, some cells and texts; the rest is completed from the form', () => {
  const report = parse({
    agency: '青山县水利局',
    year: 2023,
    cells: { 'requests.received.total': 3, 'proactive.20-8.charges.amount': { value: 323.6, unit: '万元' } },
    sections: [{ id: 'other', text: '第一段。\n第二段。' }],
  });
  assert.equal(report.title, '青山县水利局2023年政府信息公开工作年度报告');
  assert.equal(report.form, '2021');
  assert.equal(report.cells.size, 200);
  assert.deepEqual(report.cells.get('requests.received.total'), {
    value: '3',
    raw: '3',
    status: 'printed',
    place: null,
  });
  assert.equal(report.cells.get('proactive.20-8.charges.amount')?.raw, '323.6万元');
  assert.equal(report.cells.get('requests.carriedIn.total')?.status, 'blank');
  assert.deepEqual(
    report.sections.map((section) => section.title),
    [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ],
  );
  assert.deepEqual(
    report.sections.at(-1)?.paragraphs.map((paragraph) => paragraph.text),
    ['第一段。', '第二段。'],
  );
});

test('the form of each table follows the cells given, so that hybrids need no explanation', () => {
  const report = parse({
    year: 2021,
    cells: { 'requests.otherHandling.total': 1, 'proactive.20-1.regulations.issued': 2 },
  });
  assert.equal(report.tables.requests?.form, '2019');
  assert.equal(report.tables['proactive.20-1']?.form, '2021');
  assert.equal(report.form, '2021');
});

test('figures longer than a float keep every digit', () => {
  const id = 'proactive.20-8.charges.amount';
  const read = (literal: string) => parseReportJson(`{"cells":{"${id}":${literal}}}`).cells.get(id)?.value;
  assert.equal(read('12345678901234567.89'), '12345678901234567.89');
  assert.equal(read('{"value": 9007199254740993}'), '9007199254740993');
  assert.equal(read('1.50e3'), '1500');
  assert.equal(read('25e-4'), '0.0025');
  assert.equal(read('"007.50"'), '7.5');
  assert.equal(read('-0'), '0');
  const report = parseReportJson(`{"cells":{"${id}":12345678901234567.89}}`);
  assert.match(reportToJson(report), /"value":12345678901234567\.89,/);
});

test('a number filled into a blank cell of a reading is printed, whatever its status said', () => {
  const report = parse({
    year: 2023,
    cells: { 'requests.received.total': { value: 0, raw: '', status: 'blank' } },
  });
  assert.deepEqual(report.cells.get('requests.received.total'), {
    value: '0',
    raw: '0',
    status: 'printed',
    place: null,
  });
});

test('a report with its own tables is taken as it stands', () => {
  const report = parse({ year: 2023, tables: { reviews: { form: '2021', found: false } }, sections: [] });
  assert.deepEqual(Object.keys(report.tables), ['reviews']);
  assert.equal(report.cells.size, 15);
  assert.ok([...report.cells.values()].every((cell) => cell.status === 'absent'));
  assert.deepEqual(report.sections, []);
});

test('bad input is refused with what is wrong and where', () => {
  refuses('{"agency": ', 'json.syntax', /JSON/);
  refuses('[]', 'json.invalid', /期望|无效/);
  refuses('{"cells":{"requests.received.totel":1}}', 'json.unknownCell', /requests\.received\.totel/);
  refuses('{"cells":{"requests.received.total":"很多"}}', 'json.invalid', /cells\.requests\.received\.total/);
  refuses('{"cells":{"requests.received.total":{"vaule":1}}}', 'json.invalid', /requests\.received\.total/);
  refuses('{"cells":{"requests.received.total":1e999}}', 'json.invalid', /requests\.received\.total/);
  refuses('{"year":"2023"}', 'json.invalid', /year/);
  refuses(
    '{"tables":{"requests":{"form":"2021"}},"cells":{"requests.otherHandling.total":1}}',
    'json.wrongForm',
    /requests\.otherHandling\.total.*2021/,
  );
  refuses('{"sections":[{"id":"other","text":"新的","paragraphs":["旧的"]}]}', 'json.textDiffers', /other/);
  refuses('['.repeat(200_000), 'json.syntax', /JSON/);
  refuses('['.repeat(200_000) + ']'.repeat(200_000), 'json.syntax', /JSON/);
});
