import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuildReport, type BuiltCell, buildReport } from './build-report.ts';
import { checkReport } from './check-report.ts';
import type { Finding } from './rule.ts';

/** A busy bureau of a city: every sum holds, and enough figures stand in each row and column to tell a slip by. */
const busy: Readonly<Record<string, BuiltCell | readonly BuiltCell[]>> = {
  'proactive.20-1.normativeDocuments': [2, 1, 15],
  'proactive.20-5.licensing.decisions': 312,
  'proactive.20-6.penalties.decisions': 45,
  'proactive.20-8.charges.amount': '128.5',
  'requests.received': [20, 6, 0, 0, 2, 0, 28],
  'requests.carriedIn': [2, 1, 0, 0, 0, 0, 3],
  'requests.disclosed': [9, 3, 0, 0, 1, 0, 13],
  'requests.partial': [2, 0, 0, 0, 0, 0, 2],
  'requests.refused.thirdParty': [1, 1, 0, 0, 0, 0, 2],
  'requests.refused.deliberative': [2, 0, 0, 0, 0, 0, 2],
  'requests.unavailable.notHeld': [4, 1, 0, 0, 1, 0, 6],
  'requests.notProcessed.complaint': [2, 0, 0, 0, 0, 0, 2],
  'requests.notProcessed.duplicate': [1, 0, 0, 0, 0, 0, 1],
  'requests.otherHandling.notCorrected': [0, 1, 0, 0, 0, 0, 1],
  'requests.concluded': [21, 6, 0, 0, 2, 0, 29],
  'requests.carriedOut': [1, 1, 0, 0, 0, 0, 2],
  'reviews.reconsideration': [2, 1, 0, 1, 4],
};

/** `error sums.requestRow requests.received.total=28` where one repair is left; `|3` for three explanations. */
const line = ({ rule, severity, repair, explanations }: Finding): string => {
  const also = repair?.also ? `+${repair.also.length}` : '';
  if (repair) return `${severity} ${rule} ${repair.cell}=${repair.value}${also}`;
  return `${severity} ${rule}${explanations ? ` |${explanations.length}` : ''}`;
};

type Row = readonly [what: string, planted: BuildReport, ...found: string[]];

const cells = (changed: BuildReport['cells']): BuildReport => ({ cells: { ...busy, ...changed } });
const printed = (raw: string, value: string | null = null) => ({ value, raw, status: 'printed' }) as const;
const unreadable = (raw: string) => ({ value: null, raw, status: 'unreadable' }) as const;
const said = (other: string): BuildReport => ({ sections: { other } });
const opening = (...preamble: string[]): BuildReport => ({ preamble });

const faults: readonly Row[] = [
  [
    'a result of one applicant kind',
    cells({ 'requests.disclosed.naturalPerson': 8 }),
    'error sums.requestOutcomes requests.disclosed.naturalPerson=9',
    'error sums.requestRow requests.disclosed.naturalPerson=9',
  ],
  [
    'a total of one result',
    cells({ 'requests.unavailable.notHeld.total': 0 }),
    'error sums.requestOutcomes requests.unavailable.notHeld.total=6',
    'error sums.requestRow requests.unavailable.notHeld.total=6',
  ],
  [
    'the grand total of results',
    cells({ 'requests.concluded.total': 92 }),
    'error sums.requestBalance requests.concluded.total=29',
    'error sums.requestOutcomes requests.concluded.total=29',
    'error sums.requestRow requests.concluded.total=29',
  ],
  [
    'two exchanged columns',
    cells({ 'requests.disclosed': [3, 9, 0, 0, 1, 0, 13] }),
    'error sums.requestOutcomes requests.disclosed.naturalPerson=9+1',
  ],
  [
    'two wrong figures that have nothing in common',
    cells({ 'requests.disclosed.business': 5, 'requests.received.total': 82 }),
    'error sums.requestBalance requests.received.total=28',
    'error sums.requestOutcomes requests.disclosed.business=3',
    'error sums.requestRow requests.disclosed.business=3',
    'error sums.requestRow requests.received.total=28',
  ],
  [
    'requests carried over, forgotten',
    cells({ 'requests.carriedOut': [0, 0, 0, 0, 0, 0, 0] }),
    'error sums.requestBalance |3',
  ],
  [
    'the row of totals, forgotten',
    cells({ 'requests.concluded': [0, 0, 0, 0, 0, 0, 0] }),
    'error sums.requestBalance requests.concluded.naturalPerson=21+3',
    'error sums.requestOutcomes requests.concluded.naturalPerson=21+3',
  ],
  [
    'a total of table four',
    cells({ 'reviews.reconsideration.total': 0 }),
    'error sums.reviewRow reviews.reconsideration.total=4',
  ],
  ['a figure of table four', cells({ 'reviews.reconsideration.total': 5 }), 'error sums.reviewRow |5'],
  [
    'a blank total, which is not 0',
    cells({ 'requests.disclosed.total': null }),
    'warning form.blankCells',
    'warning sums.requestOutcomes requests.disclosed.total=13',
    'warning sums.requestRow requests.disclosed.total=13',
  ],
  [
    'a minus in front of a count',
    cells({ 'requests.disclosed.naturalPerson': '-9' }),
    'error form.negative',
    'error sums.requestOutcomes requests.disclosed.naturalPerson=9',
    'error sums.requestRow requests.disclosed.naturalPerson=9',
  ],
  [
    'a Chinese numeral',
    cells({ 'requests.received.naturalPerson': unreadable('二十') }),
    'warning form.wordInCell',
  ],
  [
    'a rounded figure',
    cells({ 'proactive.20-5.licensing.decisions': unreadable('312余') }),
    'warning form.wordInCell',
  ],
  ['a letter for 0', cells({ 'requests.received.research': unreadable('O') }), 'warning form.wordInCell'],
  [
    'a leading zero',
    cells({ 'requests.received.naturalPerson': unreadable('020') }),
    'notice form.leadingZero',
  ],
  ['a dash for 0', cells({ 'requests.received.research': printed('—') }), 'warning form.markInCell'],
  [
    'a number that fills a field',
    cells({ 'proactive.20-5.licensing.decisions': 999999 }),
    'warning form.magnitude',
  ],
  [
    'a town with two million penalties',
    { agency: '青石县柳河镇人民政府', cells: { 'proactive.20-6.penalties.decisions': 1820240 } },
    'warning form.magnitude',
  ],
  [
    'fees of a bureau in yuan',
    cells({ 'proactive.20-8.charges.amount': '3893780' }),
    'warning form.feeUnit proactive.20-8.charges.amount=389.378',
  ],
  [
    'fees with 元 in the cell, once',
    cells({ 'proactive.20-8.charges.amount': { value: '1285000', raw: '1285000元', unit: '元' } }),
    'warning form.feeUnit proactive.20-8.charges.amount=128.5',
  ],
  ['the old form in a later year', { year: 2023, form: '2019' }, 'error form.prescribedForm'],
  [
    'rules of a county, issued by nobody this year',
    { agency: '清溪县人民政府', cells: { 'proactive.20-1.regulations': [0, 0, 3] } },
    'error competence.regulations',
  ],
  [
    'rules that a bureau may only look after',
    { cells: { 'proactive.20-1.regulations': [0, 0, 3] } },
    'warning competence.regulations',
  ],
  ['last year’s fee statement', said('2022年我局未收取信息处理费。'), 'warning years.staleYear'],
  [
    'a plan for the year gone by',
    { sections: { problems: '更新不够及时。2023年，我局将继续加强培训。' } },
    'warning years.planYear',
  ],
  [
    'another bureau telling of itself',
    { sections: { overview: '2023年，市教育局坚持以公开为常态。' } },
    'warning years.otherAgencyName',
  ],
  [
    'a period that ends too early',
    opening('统计期限自2023年1月1日至2023年11月30日。联系电话：0000-1234567'),
    'error dates.period',
  ],
];

for (const [what, planted, ...found] of faults)
  test(`an examiner is told of ${what}, and of nothing else`, () => {
    assert.deepEqual(checkReport(buildReport(planted)).map(line).sort(), found.toSorted());
  });

const silent: readonly (readonly [what: string, report: BuildReport])[] = [
  ...['0①', '0¹', '0 注1'].map(
    (raw) =>
      [
        `the mark of a footnote beside a zero, ${raw}`,
        cells({ 'requests.received.research': printed(raw, '0') }),
      ] as const,
  ),
  ...[
    '统计数据期限为2023年1月1日至12月31日',
    '统计时限为2023.1.1-2023.12.31',
    '数据统计期为2023年度',
    '数据统计截止时间为2023年12月31日',
    '本报告的数据截止到2023年12月31日',
    '数据统计期限为二〇二三年一月一日至十二月三十一日',
    '所列数据的统计时限自2023年1月1日起，至2023年12月31日止',
  ].map((words) => [words, opening(`${words}。联系电话：0000-1234567。`)] as const),
  ...[
    '地址：人民路1号；邮编：400000',
    '如有疑问可向局办公室反映（电子邮箱slj@163.com）',
    '请致电0000-1234567',
    '咨询电话(0000)1234567',
    '传真：0000-7654321',
  ].map((words) => [words, opening(`统计期限自2023年1月1日起至2023年12月31日止。${words}。`)] as const),
  ...[
    '信息处理费0元',
    '无信息处理费收取情况',
    '本年度未发生收费',
    '本年度发出收费通知0件，收取0元',
    '按照国办函〔2020〕109号要求，本年度不存在收取情况',
    '我单位未向申请人收取费用',
    '2023年收取信息处理费1件，计100元',
  ].map((words) => [words, said(`${words}。`)] as const),
  ['a busy report in which all is right', { cells: busy }],
  ['fees in a township’s old report, which nobody asked for', { year: 2020, form: '2019', ...said('无') }],
  ['a year that won an award', { sections: { overview: '2023年做好公开。2022年，我局被评为先进单位。' } }],
  ['an object of 将', { sections: { problems: '2023年，我局将公开纳入考核，仍有不足。' } }],
  [
    'a superior that attaches importance',
    { sections: { overview: '市委、市政府高度重视公开，省水利厅多次指导。' } },
  ],
  [
    'a county’s own old name',
    { agency: '安平市城市管理局', sections: { overview: '2023年，市城管局严格落实公开制度。' } },
  ],
  [
    'the fee income of a large city',
    { agency: '安平市人民政府', cells: { 'proactive.20-8.charges.amount': '961716.5' } },
  ],
  [
    'rules of a ministry',
    { agency: '中华人民共和国水利部', cells: { 'proactive.20-1.regulations': [2, 1, 58] } },
  ],
];

for (const [what, report] of silent)
  test(`nobody is alarmed by: ${what}`, () => {
    assert.deepEqual(checkReport(buildReport(report)).map(line), []);
  });
