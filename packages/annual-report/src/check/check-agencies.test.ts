import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BuildReport, buildReport } from './build-report.ts';
import { type CheckAgenciesOptions, checkAgencies } from './check-agencies.ts';
import type { Finding } from './rule.ts';
import { agenciesRules } from './rules.ts';

interface AgenciesFixture {
  readonly parent: BuildReport;
  readonly failing: readonly BuildReport[];
  readonly passing: readonly BuildReport[];
  readonly options?: Partial<CheckAgenciesOptions>;
  readonly says: RegExp;
}

const water = '安平市水利局';
const forest = '安平市林业局';
const parent: BuildReport = { agency: '安平市人民政府' };

const received = (figure: number) => ({ 'requests.received.total': figure });

const busy = {
  'proactive.20-1.normativeDocuments': [3, 1, 24],
  'proactive.20-5.licensing.decisions': 871,
  'proactive.20-6.penalties.decisions': 93,
  'requests.received': [12, 0, 0, 0, 0, 0, 12],
  'requests.disclosed': [12, 0, 0, 0, 0, 0, 12],
  'requests.concluded': [12, 0, 0, 0, 0, 0, 12],
};

const text = (subject: string): string =>
  Array.from(
    { length: 10 },
    (_, at) =>
      `${subject}第${'甲乙丙丁戊己庚辛壬癸'[at]}类事项经过清理、核对和审查之后全部对外公布，${subject}答复做到件件登记。`,
  ).join('');

const fixtures: Readonly<Record<string, AgenciesFixture>> = {
  'agencies.sum': {
    parent: { ...parent, cells: received(9) },
    failing: [
      { agency: water, cells: received(4) },
      { agency: forest, cells: received(7) },
    ],
    passing: [
      { agency: water, cells: received(4) },
      { agency: forest, cells: received(5) },
    ],
    says: /总计 9，下级之和 11，相差 -2/,
  },
  'agencies.missing': {
    parent,
    failing: [{ agency: water }],
    passing: [{ agency: '市水利局' }, { agency: forest }],
    options: { expected: [water, forest] },
    says: /缺少 1 个机关 2023 年度的报告：安平市林业局/,
  },
  'agencies.doubled': {
    parent,
    failing: [{ agency: water }, { agency: water }],
    passing: [{ agency: water }, { agency: water, year: 2022 }],
    says: /安平市水利局 2023 年度的报告有 2 份/,
  },
  'agencies.otherYear': {
    parent,
    failing: [{ agency: water, year: 2022 }, { agency: forest }],
    passing: [{ agency: water }, { agency: forest }],
    says: /安平市水利局给出的却是 2022 年度的报告，没有计入比较/,
  },
  'agencies.parentAmongChildren': {
    parent: { ...parent, cells: received(4) },
    failing: [
      { ...parent, cells: received(4) },
      { agency: water, cells: received(4) },
    ],
    // The government's own organ, which is a part of the sum.
    passing: [
      { ...parent, cells: received(1) },
      { agency: water, cells: received(3) },
    ],
    says: /就是安平市人民政府的汇总报告本身/,
  },
  'agencies.sameFigures': {
    parent: { ...parent, cells: { 'requests.received.total': null } },
    failing: [
      { agency: water, cells: busy },
      { agency: forest, cells: busy },
    ],
    passing: [
      { agency: water, cells: busy },
      { agency: forest, cells: { ...busy, 'proactive.20-5.licensing.decisions': 872 } },
    ],
    says: /安平市水利局、安平市林业局的报告所有数字完全相同/,
  },
  'agencies.copiedText': {
    parent,
    failing: [
      { agency: water, sections: { overview: text('水库') } },
      { agency: forest, sections: { overview: `${text('水库')}另有林木采伐。` } },
    ],
    passing: [
      { agency: water, sections: { overview: text('水库') } },
      { agency: forest, sections: { overview: '林木采伐许可的办理结果按月公布。'.repeat(12) } },
    ],
    says: /文字有 \d+% 与.*的报告相同/,
  },
};

const check = (fixture: AgenciesFixture, children: readonly BuildReport[]): readonly Finding[] =>
  checkAgencies(buildReport(fixture.parent), children.map(buildReport), fixture.options);

for (const { id } of agenciesRules) {
  const fixture = fixtures[id];
  test(`${id} finds its fault among agencies`, () => {
    assert.ok(fixture, 'no fixture');
    const findings = check(fixture, fixture.failing).filter(({ rule }) => rule === id);
    assert.equal(findings.length, 1);
    assert.match(findings[0]?.message ?? '', fixture.says);
  });

  test(`${id} leaves consistent agencies alone`, () => {
    assert.ok(fixture, 'no fixture');
    assert.deepEqual(
      check(fixture, fixture.passing).filter(({ rule }) => rule === id),
      [],
    );
  });
}

const sums = (own: number, ...children: readonly BuildReport[]): readonly Finding[] =>
  checkAgencies(buildReport({ ...parent, cells: received(own) }), children.map(buildReport)).filter(
    ({ rule }) => rule === 'agencies.sum',
  );

test('a parent with more than its children is a notice while its own report is not given', () => {
  const [finding] = sums(9, { agency: water, cells: received(4) });
  assert.equal(finding?.severity, 'notice');
  assert.match(finding?.message ?? '', /差额可能是本机关的数量/);
});

test('with the own organ among the children the difference is a warning', () => {
  const [finding] = sums(
    9,
    { agency: water, cells: received(4) },
    { agency: '安平市人民政府办公室', cells: received(2) },
  );
  assert.equal(finding?.severity, 'warning');
});

test('a child given twice is counted once', () => {
  assert.deepEqual(sums(4, { agency: water, cells: received(4) }, { agency: water, cells: received(4) }), []);
});

test('a cell that one child does not state is not added up', () => {
  const unread = { 'requests.received.total': { value: null, raw: '?', status: 'unreadable' } } as const;
  assert.deepEqual(sums(1, { agency: water, cells: received(4) }, { agency: forest, cells: unread }), []);
});

test('a child whose figures are all that the parent lacks is named as left out', () => {
  const cells = { 'requests.received': [3, 1, 0, 0, 0, 0, 4] } as const;
  const [finding] = checkAgencies(
    buildReport({ ...parent, cells: { 'requests.received': [5, 0, 0, 0, 0, 0, 5] } }),
    [
      buildReport({ agency: water, cells: { 'requests.received': [5, 0, 0, 0, 0, 0, 5] } }),
      buildReport({ agency: forest, cells }),
    ],
  );
  assert.match(finding?.message ?? '', /相差的正好是安平市林业局的数量，汇总时可能漏了这份报告/);
});

test('a child that gave its fees in yuan is named', () => {
  const fee = (amount: string) => ({ 'proactive.20-8.charges.amount': amount });
  const [finding] = checkAgencies(buildReport({ ...parent, cells: fee('35') }), [
    buildReport({ agency: water, cells: fee('300000') }),
    buildReport({ agency: forest, cells: fee('5') }),
  ]);
  assert.match(finding?.message ?? '', /安平市水利局的收费金额以元为单位填写/);
});

test('no children give nothing', () => {
  assert.deepEqual(checkAgencies(buildReport(parent), []), []);
});
