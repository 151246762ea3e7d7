import assert from 'node:assert/strict';
import test from 'node:test';
import { rules } from '../../../annual-report/src/check/rules.ts';
import { sum } from '../../../annual-report/src/decimal.ts';
import { relationsOf } from '../../../annual-report/src/form/relations.ts';
import { generateFamily, generateSeries } from '../family.ts';
import { cleanDraft, lay } from '../generate.ts';
import type { Laid } from '../laid.ts';
import { createRandom } from '../random.ts';
import { errorKinds, seriesErrors } from './errors.ts';
import { figureOf, setValue } from './planted.ts';

const failing = (laid: Laid): readonly string[] => {
  const form = laid.reports[0]!.forms.requests!;
  const value = (id: string): string => figureOf(laid, id)?.value ?? '0';
  return [...relationsOf(form, 'requests'), ...relationsOf('2021', 'reviews')]
    .filter(({ left, right }) => sum(left.map(value)) !== sum(right.map(value)))
    .map(({ id }) => id);
};

test('every kind of error has a name of its own and can be planted, the same way each time', () => {
  const names = [...errorKinds, ...seriesErrors].map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const kind of errorKinds) {
    let planted = 0;
    for (let seed = 0; seed < 60 && planted < 2; seed++) {
      const draft = cleanDraft(seed, { narrative: { everything: true } });
      const laid = lay(seed, draft);
      const first = kind.plant(createRandom(seed), draft, laid);
      if (first === null) continue;
      planted++;
      assert.deepEqual(first, kind.plant(createRandom(seed), draft, laid));
      assert.notDeepEqual(first.laid, laid, `${kind.name} changes nothing`);
    }
    assert.ok(planted > 0, kind.name);
  }
});

test('the repair of a planted sum error, and nothing less, makes every sum right again', () => {
  for (const kind of errorKinds)
    for (let seed = 0; seed < 10; seed++) {
      const draft = cleanDraft(seed);
      const planted = kind.plant(createRandom(seed), draft, lay(seed, draft));
      if (planted?.repair === undefined) continue;
      assert.ok(failing(planted.laid).length >= 2, `${kind.name} ${seed}: one failure alone names no cell`);
      assert.deepEqual(failing(setValue(planted.laid, planted.repair.cell, planted.repair.value)), []);
    }
});

test('errors between reports can be planted in series and families', () => {
  for (const kind of seriesErrors) {
    const tried = Array.from({ length: 20 }, (_, seed) => {
      const drafts =
        kind.over === 'years'
          ? generateSeries(seed, kind.name === 'previousItemsDiffer' ? [2019, 2020] : [2021, 2022])
          : generateFamily(seed, 3);
      const reports = drafts.map((draft) => lay(seed, draft));
      const planted = kind.plant(createRandom(seed), drafts, reports);
      if (planted !== null) assert.notDeepEqual(planted.reports, reports, kind.name);
      return planted;
    });
    assert.ok(
      tried.some((planted) => planted !== null),
      kind.name,
    );
  }
});

test('the rules that are to find the errors exist', () => {
  const known = new Set(rules.map(({ id }) => id));
  const named = new Set([...errorKinds, ...seriesErrors].flatMap((kind) => kind.rules));
  assert.deepEqual(
    [...named].filter((id) => !known.has(id) && !id.startsWith('narrative.')),
    [],
  );
});
