import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cellIndex } from '../../form/forms.ts';
import type { Report } from '../../report.ts';
import { reportSaying, type Saying } from './fixtures/report-saying.ts';
import { readClaims } from './read-claims.ts';
import { narrativeRules } from './rules.ts';

type Figures = Readonly<Record<string, string>>;

const ids = [...cellIndex('2021').keys()];

/** Every cell of the 2021 form is 0 but those that are given. */
const figures = (given: Figures): Figures => ({
  ...Object.fromEntries(ids.map((id) => [id, '0'])),
  ...Object.fromEntries(
    Object.entries(given).map(([id, value]) => [
      id.startsWith('proactive') ? id : `${/^(reco|liti)/.test(id) ? 'reviews' : 'requests'}.${id}`,
      value,
    ]),
  ),
});

const tables: Readonly<Record<string, Figures>> = {
  /** New 10, carried over 2, concluded 11, carried on 1; reviews 4 and 3+1. */
  carried: figures({
    'received.total': '10',
    'received.naturalPerson': '8',
    'received.business': '1',
    'received.legalService': '1',
    'carriedIn.total': '2',
    'carriedIn.naturalPerson': '2',
    'disclosed.total': '5',
    'partial.total': '2',
    'refused.stateSecret.total': '1',
    'unavailable.notHeld.total': '2',
    'otherHandling.other.total': '1',
    'concluded.total': '11',
    'concluded.naturalPerson': '9',
    'concluded.business': '1',
    'concluded.legalService': '1',
    'carriedOut.total': '1',
    'carriedOut.naturalPerson': '1',
    'reconsideration.upheld': '3',
    'reconsideration.pending': '1',
    'reconsideration.total': '4',
    'litigation.direct.upheld': '3',
    'litigation.direct.total': '3',
    'litigation.afterReconsideration.other': '1',
    'litigation.afterReconsideration.total': '1',
    'proactive.20-1.normativeDocuments.issued': '8',
    'proactive.20-6.penalties.decisions': '35',
    'proactive.20-8.charges.amount': '12.5',
  }),
  /** New 12, all concluded within the year; no reviews. */
  plain: figures({
    'received.total': '12',
    'received.naturalPerson': '10',
    'received.business': '2',
    'disclosed.total': '7',
    'partial.total': '1',
    'unavailable.notHeld.total': '3',
    'notProcessed.complaint.total': '1',
    'concluded.total': '12',
    'concluded.naturalPerson': '10',
    'concluded.business': '2',
  }),
  none: figures({}),
};

/** No sentence of the fixtures says so: a claim that is compared with these tables is found out. */
const elsewhere: Figures = Object.fromEntries(ids.map((id) => [id, '77777']));

const findings = (report: Report): readonly string[] => {
  const claims = readClaims(report);
  return narrativeRules.flatMap((rule) =>
    [...rule.check(report, claims)].map(({ severity }) => `${rule.id} ${severity ?? rule.severity}`),
  );
};

interface Case {
  readonly saying: Saying;
  readonly table: Figures;
  readonly verdict: '✓' | '–' | '✗';
  readonly expected: readonly string[];
}

const cases: Case[] = [];
let table: Figures = {};
let setting: Omit<Saying, 'say'> = {};
for (const line of readFileSync(new URL('fixtures/verdicts.txt', import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('表：')) {
    table = tables[line.slice(2)] ?? assert.fail(line);
    setting = {};
  } else if (line.startsWith('机关：')) setting = { ...setting, agency: line.slice(3) };
  else if (line.startsWith('标题：')) setting = { ...setting, under: line.slice(3) };
  else if (line.startsWith('✗')) {
    const [rules = '', say = ''] = line.slice(2).split(' | ');
    cases.push({ saying: { ...setting, say }, table, verdict: '✗', expected: rules.split(' ; ') });
  } else if (line.startsWith('✓') || line.startsWith('–'))
    cases.push({
      saying: { ...setting, say: line.slice(2) },
      table,
      verdict: line.startsWith('✓') ? '✓' : '–',
      expected: [],
    });
}

test('there are enough verdicts of both kinds to trust the rules', () => {
  const many = (verdict: Case['verdict']): number => cases.filter((it) => it.verdict === verdict).length;
  assert.ok(many('✓') >= 60 && many('–') >= 50 && many('✗') >= 60, `${cases.length}`);
});

const words = { '✓': 'agrees with', '–': 'does not compare with the tables', '✗': 'finds wrong' } as const;

for (const { saying, table, verdict, expected } of cases)
  test(`${words[verdict]} “${saying.say}”${saying.agency === undefined ? '' : ` of ${saying.agency}`}`, () => {
    assert.deepEqual(findings(reportSaying(saying, table)), expected);
    if (verdict !== '–') return;
    const grave = findings(reportSaying(saying, elsewhere)).filter((found) => !found.endsWith('notice'));
    assert.deepEqual(grave, []);
  });
