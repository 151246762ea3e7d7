import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReport } from './build-report.ts';
import { groupReports } from './group-reports.ts';
import { isSameAgency } from './same-agency.ts';

const groups = (...named: readonly (readonly [string | null, number | null])[]) =>
  groupReports(named.map(([agency, year]) => buildReport({ agency, year }))).map(({ agency, reports }) => [
    agency,
    reports.map(({ year }) => year),
  ]);

test('full and short names of one agency come together, sorted by year', () => {
  assert.deepEqual(groups(['市生态环境局', 2021], ['海东市生态环境局', 2019], ['海东市生态环境局', 2020]), [
    ['海东市生态环境局', [2019, 2020, 2021]],
  ]);
  assert.deepEqual(groups(['市中区生态环境分局', 2019], ['枣庄市市中区生态环境分局', 2020]), [
    ['枣庄市市中区生态环境分局', [2019, 2020]],
  ]);
});

test('a short name that fits two agencies stays by itself', () => {
  assert.deepEqual(
    groups(['市生态环境局', 2021], ['海东市生态环境局', 2020], ['西宁市生态环境局', 2020]).map(
      ([name]) => name,
    ),
    ['市生态环境局', '海东市生态环境局', '西宁市生态环境局'],
  );
});

test('reports that name no agency are never put together', () => {
  assert.deepEqual(groups([null, 2020], [null, 2021]), [
    [null, [2020]],
    [null, [2021]],
  ]);
});

test('different organs of one place, and a place and its superior, are different agencies', () => {
  assert.ok(!isSameAgency('重庆市大渡口区生态环境局', '重庆市大渡口区城市管理局'));
  assert.ok(!isSameAgency('重庆市生态环境局', '重庆市大渡口区生态环境局'));
  assert.ok(!isSameAgency('安平市人民政府', '安平市人民政府办公室'));
  assert.ok(!isSameAgency(null, null));
});

test('人民政府 and 政府, spaces and brackets make no difference', () => {
  assert.ok(isSameAgency('淮安市政府', ' 淮安市人民政府'));
});
