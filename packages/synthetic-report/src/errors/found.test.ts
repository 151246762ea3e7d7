import assert from 'node:assert/strict';
import test from 'node:test';
import { checkAgencies } from '../../../annual-report/src/check/check-agencies.ts';
import { checkReport } from '../../../annual-report/src/check/check-report.ts';
import { checkYears } from '../../../annual-report/src/check/check-years.ts';
import type { Finding } from '../../../annual-report/src/check/rule.ts';
import { asReport } from '../as-report.ts';
import { generateFamily, generateSeries } from '../family.ts';
import { cleanDraft, lay } from '../generate.ts';
import { createRandom } from '../random.ts';
import { errorKinds, seriesErrors } from './errors.ts';

const seeds = Array.from({ length: 7 }, (_, i) => i + 1);
const grave = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ severity }) => severity !== 'notice').map(({ rule, message }) => `${rule}: ${message}`);

test('a clean report, a clean series and a clean family are told of no error and no warning', () => {
  for (const seed of [...seeds, ...seeds.map((seed) => seed + 100)]) {
    assert.deepEqual(grave(checkReport(asReport(lay(seed, cleanDraft(seed))))), []);
    assert.deepEqual(
      grave(checkYears(generateSeries(seed, [2021, 2022, 2023]).map((draft) => asReport(lay(seed, draft))))),
      [],
    );
    const [parent, ...children] = generateFamily(seed, 4).map((draft) => asReport(lay(seed, draft)));
    assert.deepEqual(grave(checkAgencies(parent!, children)), []);
  }
});

for (const kind of errorKinds) {
  test(`a planted ${kind.name} is found, with its cells, and repaired where only one repair is left`, () => {
    for (const seed of seeds) {
      const draft = cleanDraft(`${kind.name} ${seed}`);
      const planted = kind.plant(createRandom(seed), draft, lay(seed, draft));
      if (planted === null) continue;
      const found = checkReport(
        asReport(planted.laid),
        planted.today === undefined ? {} : { today: planted.today },
      ).filter(({ rule }) => kind.rules.includes(rule));
      assert.ok(found.length > 0, `seed ${seed} of ${draft.agency.name}`);
      for (const cell of planted.cells)
        assert.ok(
          found.some(({ cells }) => cells.includes(cell)),
          `seed ${seed} ${cell}`,
        );
      if (planted.repair === undefined) continue;
      const repairs = found.flatMap(({ repair }) =>
        repair === undefined ? [] : [{ cell: repair.cell, value: repair.value }],
      );
      assert.deepEqual(repairs[0], planted.repair, `seed ${seed}`);
    }
  });
}

for (const kind of seriesErrors)
  test(`a planted ${kind.name} is found between the reports`, () => {
    for (const seed of seeds.slice(0, 6)) {
      const name = `${kind.name} ${seed}`;
      // 上一年项目数量 is a matter of the 2019 form.
      const years = kind.rules.includes('years.previousItems') ? [2019, 2020] : [2021, 2022, 2023];
      const drafts = kind.over === 'years' ? generateSeries(name, years) : generateFamily(name, 4);
      const planted = kind.plant(
        createRandom(name),
        drafts,
        drafts.map((draft) => lay(seed, draft)),
      );
      if (planted === null) continue;
      const reports = planted.reports.map((laid) => asReport(laid));
      const findings =
        kind.over === 'years'
          ? checkYears(reports)
          : checkAgencies(
              reports[0]!,
              reports.slice(1),
              planted.expected === undefined ? {} : { expected: planted.expected },
            );
      const found = findings.filter(({ rule }) => kind.rules.includes(rule));
      assert.ok(found.length > 0, name);
      for (const cell of planted.cells)
        assert.ok(
          found.some(({ cells }) => cells.includes(cell)),
          `${name} ${cell}`,
        );
    }
  });
