import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { relationsOf } from '../../form/relations.ts';
import type { Report } from '../../report.ts';
import { type BuiltCell, balancedCells, buildReport } from '../build-report.ts';
import { checkReport } from '../check-report.ts';
import type { Finding } from '../rule.ts';

const sumsOf = (report: Report): readonly Finding[] =>
  checkReport(report).filter(({ rule }) => /^sums\.(?:request|review)/.test(rule));

/** One finding for each cause: what a cause fails by several kinds of sum is reported under each of them. */
const causesOf = (report: Report): readonly Finding[] => {
  const causes = new Map<string, Finding>();
  for (const finding of sumsOf(report)) {
    const { rule, repair, explanations } = finding;
    const cause = JSON.stringify(repair ?? explanations ?? rule);
    if (!causes.has(cause)) causes.set(cause, finding);
  }
  return [...causes.values()];
};

const withCells = (cells: Readonly<Record<string, BuiltCell | readonly BuiltCell[]>>): Report =>
  buildReport({ cells });

/** Ten disclosed to natural persons, two to businesses, one carried over. */
const base = {
  'requests.received': [10, 3, 0, 0, 0, 0, 13],
  'requests.carriedIn': [1, 0, 0, 0, 0, 0, 1],
  'requests.disclosed': [7, 2, 0, 0, 0, 0, 9],
  'requests.unavailable.notHeld': [3, 1, 0, 0, 0, 0, 4],
  'requests.concluded': [10, 3, 0, 0, 0, 0, 13],
  'requests.carriedOut': [1, 0, 0, 0, 0, 0, 1],
} as const;

test('a report whose sums hold has no finding', () => {
  assert.deepEqual(sumsOf(withCells(base)), []);
});

test('one wrong figure inside the table is named with its right value', () => {
  const [finding, ...others] = causesOf(withCells({ ...base, 'requests.disclosed.business': 5 }));
  assert.deepEqual(others, []);
  assert.equal(finding?.severity, 'error');
  assert.equal(finding?.repair?.cell, 'requests.disclosed.business');
  assert.equal(finding?.repair?.value, '2');
  assert.deepEqual(finding?.repair?.relations, ['requests.outcomes.business', 'requests.row.disclosed']);
  assert.equal(finding?.expected, '2');
  assert.equal(finding?.found, '5');
  assert.equal(finding?.cells[0], 'requests.disclosed.business');
});

test('every kind of sum that one cause fails is reported under its own rule, with the cause', () => {
  const findings = sumsOf(withCells({ ...base, 'requests.concluded.business': 4 }));
  assert.deepEqual(findings.map(({ rule }) => rule).sort(), [
    'sums.requestBalance',
    'sums.requestOutcomes',
    'sums.requestRow',
  ]);
  for (const { repair, places, message } of findings) {
    assert.deepEqual([repair?.cell, repair?.value], ['requests.concluded.business', '3']);
    assert.equal(places.length, 2);
    assert.match(message, /另 2 处合计不符也随之消除/);
  }
});

test('a row left out in several columns is named, with the other rows that would explain the same', () => {
  const [finding, ...others] = causesOf(
    withCells({
      ...base,
      'requests.received': [10, 4, 0, 0, 0, 0, 14],
      'requests.carriedIn': [1, 0, 0, 0, 0, 0, 1],
      'requests.carriedOut': [0, 0, 0, 0, 0, 0, 0],
    }),
  );
  assert.deepEqual(others, []);
  const listed = finding?.explanations?.map(({ cell, value, also }) =>
    [`${cell}=${value}`, ...(also ?? []).map((one) => `${one.cell}=${one.value}`)].join(' '),
  );
  assert.equal(
    listed?.[0],
    'requests.carriedOut.naturalPerson=1 requests.carriedOut.business=1 requests.carriedOut.total=2',
  );
  assert.match(finding?.message ?? '', /“四、结转下年度继续办理”一行可能没有填写/);
});

test('a row that was filled in one column too far right is named as moved', () => {
  const [finding, ...others] = causesOf(
    withCells({ ...base, 'requests.unavailable.notHeld': [0, 3, 1, 0, 0, 0, 4] }),
  );
  assert.deepEqual(others, []);
  assert.match(finding?.message ?? '', /“（四）无法提供 1.本机关不掌握相关政府信息”一行的数字可能填错了列/);
  assert.deepEqual(
    [finding?.repair, ...(finding?.repair?.also ?? [])].map((one) => one?.value),
    ['3', '1', '0'],
  );
});

test('a row repeated from the one above is among the rows that explain the failures', () => {
  const [finding] = causesOf(withCells({ ...base, 'requests.partial': base['requests.disclosed'] }));
  assert.ok(
    finding?.explanations?.some(({ cell, value }) => cell.startsWith('requests.partial.') && value === '0'),
  );
});

test('（七） that counts what was carried over, too, is the one row that explains both sums', () => {
  const findings = sumsOf(
    withCells({
      ...base,
      'requests.received': [10, 4, 0, 0, 0, 0, 14],
      'requests.carriedOut': [1, 1, 0, 0, 0, 0, 2],
      'requests.concluded': [11, 4, 0, 0, 0, 0, 15],
    }),
  );
  assert.deepEqual(findings.map(({ rule }) => rule).sort(), ['sums.requestBalance', 'sums.requestOutcomes']);
  for (const { repair } of findings)
    assert.deepEqual(
      [repair, ...(repair?.also ?? [])].map((one) => `${one?.cell} ${one?.value}`),
      ['requests.concluded.naturalPerson 10', 'requests.concluded.business 3', 'requests.concluded.total 13'],
    );
});

test('a wrong figure of the first item fails the balance and is named', () => {
  const [finding, ...others] = causesOf(withCells({ ...base, 'requests.received.naturalPerson': 12 }));
  assert.deepEqual(others, []);
  assert.equal(finding?.rule, 'sums.requestBalance');
  assert.equal(finding?.repair?.cell, 'requests.received.naturalPerson');
  assert.equal(finding?.repair?.value, '10');
});

test('in table four every figure of the group can be the wrong one, and all are listed', () => {
  const [finding] = sumsOf(withCells({ 'reviews.reconsideration': [1, 2, 0, 0, 4] }));
  assert.equal(finding?.rule, 'sums.reviewRow');
  assert.equal(finding?.repair, undefined);
  assert.deepEqual(
    finding?.explanations?.map(({ cell, value }) => [cell.split('.').at(-1), value]),
    [
      ['total', '3'],
      ['upheld', '2'],
      ['corrected', '3'],
      ['other', '1'],
      ['pending', '1'],
    ],
  );
});

test('a value below zero is never proposed, which may leave one explanation', () => {
  const [finding] = sumsOf(withCells({ 'reviews.reconsideration': [1, 2, 0, 0, 0] }));
  assert.equal(finding?.explanations, undefined);
  assert.equal(finding?.repair?.cell, 'reviews.reconsideration.total');
  assert.equal(finding?.repair?.value, '3');
});

test('two figures of a row in each other’s column are recognised as swapped', () => {
  const [finding, ...others] = causesOf(withCells({ ...base, 'requests.disclosed': [2, 7, 0, 0, 0, 0, 9] }));
  assert.deepEqual(others, []);
  assert.equal(finding?.repair?.also?.length, 1);
  assert.match(finding?.repair?.message ?? '', /互换/);
  const values = [finding?.repair, ...(finding?.repair?.also ?? [])].map(
    (one) => `${one?.cell} ${one?.value}`,
  );
  assert.deepEqual(values.sort(), ['requests.disclosed.business 2', 'requests.disclosed.naturalPerson 7']);
});

test('a figure in the neighbouring column is recognised as slipped', () => {
  const [finding] = sumsOf(withCells({ ...base, 'requests.disclosed': [7, 0, 2, 0, 0, 0, 9] }));
  const values = [finding?.repair, ...(finding?.repair?.also ?? [])].map(
    (one) => `${one?.cell} ${one?.value}`,
  );
  assert.deepEqual(values.sort(), ['requests.disclosed.business 2', 'requests.disclosed.research 0']);
});

test('totals left at 0 beside filled parts are all named together, as in sample 001', () => {
  const [finding, ...others] = causesOf(
    withCells({
      'requests.received': [2, 0, 0, 0, 0, 0, 2],
      'requests.unavailable.notHeld': [2, 0, 0, 0, 0, 0, 0],
    }),
  );
  assert.deepEqual(others, []);
  const repair = finding?.repair;
  assert.deepEqual([repair, ...(repair?.also ?? [])].map((one) => `${one?.cell} ${one?.value}`).sort(), [
    'requests.concluded.naturalPerson 2',
    'requests.concluded.total 2',
    'requests.unavailable.notHeld.total 2',
  ]);
});

test('a total column left blank throughout is one warning that fills it', () => {
  const cells = Object.fromEntries(
    Object.entries(base).map(([row, figures]) => [row, [...figures.slice(0, -1), null]]),
  );
  const [finding, ...others] = causesOf(withCells(cells));
  assert.deepEqual(others, []);
  assert.equal(finding?.severity, 'warning');
  assert.equal((finding?.repair?.also?.length ?? 0) + 1, 6);
});

test('two wrong figures in different rows and columns make two findings, each with its cell', () => {
  const findings = causesOf(
    withCells({
      ...base,
      'requests.disclosed.business': 5,
      'requests.unavailable.notHeld.naturalPerson': 2,
    }),
  );
  assert.deepEqual(findings.map(({ repair }) => `${repair?.cell} ${repair?.value}`).sort(), [
    'requests.disclosed.business 2',
    'requests.unavailable.notHeld.naturalPerson 3',
  ]);
});

test('the same number missing in a part and its total is explained by both together', () => {
  const [finding, ...others] = causesOf(withCells({ ...base, 'requests.carriedIn': [0, 0, 0, 0, 0, 0, 0] }));
  assert.deepEqual(others, []);
  const listed = finding?.explanations?.map(({ cell, value, also }) =>
    [`${cell}=${value}`, ...(also ?? []).map((one) => `${one.cell}=${one.value}`)].sort().join(' '),
  );
  assert.ok(
    listed?.includes('requests.carriedIn.naturalPerson=1 requests.carriedIn.total=1'),
    String(listed),
  );
});

test('blanks count as 0 beside a printed figure, and the message says so', () => {
  const ok = withCells({ 'reviews.reconsideration': [null, 2, null, null, 2] });
  assert.deepEqual(sumsOf(ok), []);
  const [finding] = sumsOf(withCells({ 'reviews.reconsideration': [null, 2, null, null, 3] }));
  assert.match(finding?.message ?? '', /空白按 0 计/);
});

test('a wholly blank row and an unreadable or absent figure fail nothing', () => {
  for (const status of ['unreadable', 'absent'] as const)
    assert.deepEqual(
      sumsOf(withCells({ 'reviews.reconsideration': [1, 2, 0, { value: null, raw: '', status }, 9] })),
      [],
    );
  assert.deepEqual(sumsOf(withCells({ 'reviews.reconsideration': [null, null, null, null, null] })), []);
});

test('a total left blank is a warning, because blank is not 0', () => {
  const [finding] = sumsOf(withCells({ 'reviews.reconsideration': [1, 2, 0, 0, null] }));
  assert.equal(finding?.severity, 'warning');
  assert.match(finding?.message ?? '', /总计空白，四种结果之和为 3/);
});

test('figures recognised from a picture give a warning that asks for the original', () => {
  const [finding] = sumsOf(
    withCells({ 'reviews.reconsideration': [1, { value: '2', raw: '2', status: 'recognised' }, 0, 0, 4] }),
  );
  assert.equal(finding?.severity, 'warning');
  assert.match(finding?.message ?? '', /文字识别/);
});

test('a relation that was used to get a value does not protect other cells from being named', () => {
  const solved = { value: '2', raw: '', status: 'solved', by: ['requests.row.disclosed'] } as const;
  const [finding] = sumsOf(withCells({ ...base, 'requests.disclosed.business': { ...solved, value: '5' } }));
  assert.ok(finding);
});

test('amounts beyond binary floats are added exactly', () => {
  const big = '90071992547409931';
  assert.deepEqual(sumsOf(withCells({ 'reviews.reconsideration': [big, 2, 0, 0, '90071992547409933'] })), []);
  assert.equal(
    sumsOf(withCells({ 'reviews.reconsideration': [big, 2, 0, 0, '90071992547409932'] })).length,
    1,
  );
});

const forms = fc.constantFrom('2019' as const, '2021' as const);
const figures = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 180, maxLength: 180 });

const figureSource = (list: readonly number[]): (() => number) => {
  let at = 0;
  // Mostly 0, as in real reports.
  return () => {
    const figure = list[at++ % list.length] ?? 0;
    return figure > 30 ? 0 : figure;
  };
};

test('a report with valid sums has no finding of sums, whatever its figures', () => {
  fc.assert(
    fc.property(forms, figures, (form, list) => {
      const report = buildReport({ form, cells: balancedCells(form, figureSource(list)) });
      assert.deepEqual(sumsOf(report), []);
    }),
    { numRuns: 200 },
  );
});

test('any one wrong cell yields a finding whose repair or explanations name it with the right value', () => {
  fc.assert(
    fc.property(forms, figures, fc.nat(), fc.integer({ min: 0, max: 99 }), (form, list, pick, wrong) => {
      const cells = balancedCells(form, figureSource(list));
      const ids = Object.keys(cells);
      const id = ids[pick % ids.length] ?? '';
      const right = cells[id];
      fc.pre(right !== String(wrong));
      const findings = sumsOf(buildReport({ form, cells: { ...cells, [id]: wrong } }));
      const named = findings.flatMap(({ repair, explanations = [] }) => (repair ? [repair] : explanations));
      assert.ok(
        named.some(({ cell, value, also }) => cell === id && value === right && also === undefined),
        `${id}: ${right} → ${wrong}`,
      );
      const causes = new Set(findings.map((one) => JSON.stringify(one.repair ?? one.explanations)));
      assert.equal(causes.size, 1);
      const relations = [...relationsOf(form, 'requests'), ...relationsOf(form, 'reviews')];
      const failing = relations.filter(({ left, right: other }) => [...left, ...other].includes(id)).length;
      assert.equal(findings.flatMap(({ places }) => places).length, failing * 2);
    }),
    { numRuns: 400 },
  );
});

test('no explanation ever leaves a failure in the relations it names', () => {
  fc.assert(
    fc.property(forms, figures, fc.nat(), fc.nat(), fc.nat({ max: 40 }), (form, list, one, two, wrong) => {
      const cells: Record<string, BuiltCell> = { ...balancedCells(form, figureSource(list)) };
      const ids = Object.keys(cells);
      cells[ids[one % ids.length] ?? ''] = wrong;
      cells[ids[two % ids.length] ?? ''] = wrong + 1;
      for (const { repair, explanations = [] } of sumsOf(buildReport({ form, cells })))
        for (const explanation of repair ? [repair] : explanations) {
          const healed = { ...cells, [explanation.cell]: explanation.value };
          for (const other of explanation.also ?? []) healed[other.cell] = other.value;
          const still = sumsOf(buildReport({ form, cells: healed })).flatMap(({ places }) => places);
          assert.ok(
            still.length < sumsOf(buildReport({ form, cells })).flatMap(({ places }) => places).length,
          );
        }
    }),
    { numRuns: 150 },
  );
});
