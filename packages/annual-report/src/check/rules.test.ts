import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { buildReport } from './build-report.ts';
import { checkReport } from './check-report.ts';
import { type RuleHead, ruleFamilies, severities } from './rule.ts';
import { reportFixtures } from './rule-fixtures.ts';
import { reportRules, rules } from './rules.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('every rule has an id of its own', () => {
  const ids = rules.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  );
});

for (const rule of rules) {
  const { id, family, title, source, severity } = rule;
  const name = id.slice(family.length + 1);

  test(`${id} declares a complete head`, () => {
    assert.match(id, /^[a-z]+\.[a-z][A-Za-z]+$/);
    assert.ok(id.startsWith(`${family}.`));
    assert.ok(ruleFamilies.includes(family) && severities.includes(severity));
    assert.match(title, /\p{Script=Han}{2}/u);
    assert.match(source, /\p{Script=Han}{4}.*。$/su);
  });

  test(`${id} stands in the file named after it`, async () => {
    // The narrative's folder holds the grammar; its rules have one of their own.
    const folder = family === 'narrative' ? 'narrative/rules' : family;
    const file = new URL(`./${folder}/${kebab(name)}.ts`, import.meta.url);
    assert.ok(existsSync(file), file.pathname);
    const module: Readonly<Record<string, RuleHead>> = await import(file.href);
    assert.equal(module[name]?.id, id);
    assert.equal(module[name]?.title, rule.title);
  });
}

for (const { id, family, severity } of reportRules) {
  // The fixtures of the narrative's rules are sentences; they stand in its own folder.
  if (family === 'narrative') continue;
  const fixture = reportFixtures[id];
  test(`${id} finds its fault`, () => {
    assert.ok(fixture, 'no fixture');
    const findings = checkReport(buildReport(fixture.failing), fixture.options);
    const own = findings.filter(({ rule }) => rule === id);
    assert.ok(own.length > 0, `not found; found instead: ${findings.map(({ rule }) => rule).join(', ')}`);
    assert.match(own.map(({ message }) => message).join('\n'), fixture.says);
    assert.equal(own[0]?.severity, fixture.severity ?? severity);
    for (const { places, message } of own) {
      assert.ok(places.length > 0);
      assert.doesNotMatch(message, /undefined|null|NaN|\[object/);
    }
  });

  test(`${id} leaves alone what only looks like its fault`, () => {
    assert.ok(fixture, 'no fixture');
    const findings = checkReport(buildReport(fixture.passing), fixture.options);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === id),
      [],
    );
  });
}

test('no fixture is left over', () => {
  const ids = new Set(reportRules.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(reportFixtures).filter((id) => !ids.has(id)),
    [],
  );
});

test('a faultless report has no finding in either form', () => {
  assert.deepEqual(checkReport(buildReport()), []);
  assert.deepEqual(checkReport(buildReport({ form: '2019', year: 2019 })), []);
});

test('findings come by severity, then by position in the form', () => {
  const findings = checkReport(
    buildReport({
      cells: {
        'reviews.reconsideration': [1, 0, 0, 0, 3],
        'proactive.20-5.licensing.decisions': '-3',
        'requests.partial': [null, null, null, null, null, null, null],
      },
      sections: { other: '无' },
      preamble: ['统计期限自2023年1月1日至2023年12月31日。'],
    }),
  );
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['form.negative', 'sums.reviewRow', 'dates.feeStatement', 'form.blankCells', 'dates.contactMissing'],
  );
});

test('a report with nothing in it is checked without throwing', () => {
  const empty = buildReport({ year: null, agency: null, sections: {}, preamble: [], headed: [] });
  const findings = checkReport({ ...empty, form: null, tables: {}, cells: new Map(), title: null });
  assert.doesNotMatch(findings.map(({ message }) => message).join(), /程序出错/);
});
