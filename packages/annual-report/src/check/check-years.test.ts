import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuildReport, buildReport } from './build-report.ts';
import { checkYears } from './check-years.ts';
import type { Finding } from './rule.ts';
import { yearsRules } from './rules.ts';

const years = (...given: readonly BuildReport[]): readonly Finding[] => checkYears(given.map(buildReport));

const only = (findings: readonly Finding[]): Finding => {
  assert.deepEqual(findings.length, 1, findings.map(({ message }) => message).join('\n'));
  return findings[0] as Finding;
};

const story = (subject: string): string =>
  Array.from(
    { length: 8 },
    (_, at) =>
      `第${at}项：围绕${subject}的${at}类事项建立清单、明确责任、逐项核对并按时公开，方便${subject}的群众查询使用。`,
  ).join('');

interface YearsFixture {
  readonly failing: readonly BuildReport[];
  readonly passing: readonly BuildReport[];
  readonly says: RegExp;
}

const busy = {
  'proactive.20-1.normativeDocuments': [0, 0, 24],
  'proactive.20-5.licensing.decisions': 871,
  'proactive.20-6.penalties.decisions': 93,
  'proactive.20-8.charges.amount': '12.5',
  'requests.received': [12, 0, 0, 0, 0, 0, 12],
  'requests.disclosed': [12, 0, 0, 0, 0, 0, 12],
  'requests.concluded': [12, 0, 0, 0, 0, 0, 12],
} as const;

const carried = [3, 0, 0, 0, 0, 0, 3] as const;

const fixtures: Readonly<Record<string, YearsFixture>> = {
  'years.sameYearTwice': {
    failing: [{ year: 2022 }, { year: 2022 }],
    passing: [{ year: 2022 }, { year: 2023 }],
    says: /2022 年度的报告给出了不止一份/,
  },
  'years.carriedOver': {
    failing: [
      { year: 2022, cells: { 'requests.carriedOut': carried } },
      { year: 2023, cells: { 'requests.carriedIn': [2, 0, 0, 0, 0, 0, 2] } },
    ],
    passing: [
      { year: 2022, cells: { 'requests.carriedOut': carried } },
      { year: 2023, cells: { 'requests.carriedIn': carried } },
    ],
    says: /总计 2022 年度结转 3、2023 年度上年结转 2/,
  },
  'years.inForce': {
    failing: [
      { year: 2022, cells: { 'proactive.20-1.normativeDocuments': [0, 0, 60] } },
      { year: 2023, cells: { 'proactive.20-1.normativeDocuments': [8, 2, 70] } },
    ],
    passing: [
      { year: 2022, cells: { 'proactive.20-1.normativeDocuments': [0, 0, 60] } },
      { year: 2023, cells: { 'proactive.20-1.normativeDocuments': [8, 2, 66] } },
    ],
    says: /为 70；按 2022 年度的 60 加本年制发 8 减本年废止 2，应为 66/,
  },
  'years.previousItems': {
    failing: [
      { year: 2019, form: '2019', cells: { 'proactive.20-5.licensing': [278, '-57', 221] } },
      { year: 2020, form: '2019', cells: { 'proactive.20-5.licensing': [240, 1, 241] } },
    ],
    passing: [
      { year: 2019, form: '2019', cells: { 'proactive.20-5.licensing': [278, '-57', 221] } },
      { year: 2020, form: '2019', cells: { 'proactive.20-5.licensing': [221, 1, 222] } },
    ],
    says: /为 240；按 2019 年度报告，上一年 278、增\/减 -57，年末应为 221/,
  },
  'years.pendingCases': {
    failing: [{ year: 2022, cells: { 'reviews.reconsideration': [0, 0, 0, 4, 4] } }, { year: 2023 }],
    passing: [
      { year: 2022, cells: { 'reviews.reconsideration': [0, 0, 0, 4, 4] } },
      { year: 2023, cells: { 'reviews.reconsideration': [4, 0, 0, 1, 5] } },
    ],
    says: /上年未审结的案件没有下落/,
  },
  'years.magnitudeJump': {
    failing: [
      { year: 2022, cells: { 'proactive.20-8.charges.amount': '3936' } },
      { year: 2023, cells: { 'proactive.20-8.charges.amount': '41200000' } },
    ],
    passing: [
      { year: 2022, cells: { 'proactive.20-8.charges.amount': '3936' } },
      { year: 2023, cells: { 'proactive.20-8.charges.amount': '412' } },
    ],
    says: /相差约 10467 倍，接近一万倍，可能换了计量单位：41200000 如以元为单位，应为 4120 万元/,
  },
  'years.sameFigures': {
    failing: [
      { year: 2022, cells: busy },
      { year: 2023, cells: busy },
    ],
    passing: [
      { year: 2022, cells: busy },
      { year: 2023, cells: { ...busy, 'proactive.20-5.licensing.decisions': 872 } },
    ],
    says: /与 2022 年度报告完全相同（除 0 以外共 10 格，如.*都是 24/,
  },
  'years.repeatedText': {
    failing: [
      { year: 2022, sections: { overview: `2022年公开信息30条。${story('灌区用水')}` } },
      { year: 2023, sections: { overview: `2023年公开信息41条。${story('灌区用水')}` } },
    ],
    passing: [
      { year: 2022, sections: { overview: story('灌区用水') } },
      {
        year: 2023,
        sections: {
          overview: story('河湖巡查').replaceAll(
            '建立清单、明确责任、逐项核对并按时公开',
            '一事一策公布办理进度',
          ),
        },
      },
    ],
    says: /文字有 \d+% 与 2022 年度报告相同/,
  },
};

// Their fixtures are of the grave kind.
const graver: ReadonlySet<string> = new Set(['years.repeatedText', 'years.magnitudeJump']);

for (const { id, severity } of yearsRules) {
  const fixture = fixtures[id];
  test(`${id} finds its fault between two years`, () => {
    assert.ok(fixture, 'no fixture');
    const finding = only(years(...fixture.failing).filter(({ rule }) => rule === id));
    assert.match(finding.message, fixture.says);
    assert.equal(finding.severity, graver.has(id) ? 'warning' : severity);
    assert.ok(finding.places.every(({ report, value }) => report !== undefined || value !== null));
  });

  test(`${id} leaves two consistent years alone`, () => {
    assert.ok(fixture, 'no fixture');
    assert.deepEqual(
      years(...fixture.passing).filter(({ rule }) => rule === id),
      [],
    );
  });
}

test('years may be given in any order; places count in the order given', () => {
  const finding = only(
    years(
      { year: 2023, cells: { 'requests.carriedIn': [2, 0, 0, 0, 0, 0, 2] } },
      { year: 2022, cells: { 'requests.carriedOut': carried } },
    ),
  );
  assert.deepEqual(
    finding.places.map(({ report, value }) => [report, value]),
    [
      [1, '3'],
      [0, '2'],
      [1, '3'],
      [0, '2'],
    ],
  );
});

test('years with a gap between them are not compared', () => {
  const findings = years({ year: 2021, cells: { 'requests.carriedOut': carried } }, { year: 2023 });
  assert.deepEqual(findings, []);
});

test('a blank that stands for what was carried over is a warning only', () => {
  const blank = [null, null, null, null, null, null, null];
  const finding = only(
    years(
      { year: 2022, cells: { 'requests.carriedOut': carried } },
      { year: 2023, cells: { 'requests.carriedIn': blank } },
    ),
  );
  assert.equal(finding.severity, 'warning');
});

test('no reports, one report and reports without a year give nothing', () => {
  assert.deepEqual(checkYears([]), []);
  assert.deepEqual(years({ year: 2023 }), []);
  assert.deepEqual(years({ year: null }, { year: null }), []);
});
