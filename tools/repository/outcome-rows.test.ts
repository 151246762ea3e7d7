import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms, getTable, relationsOf } from '../../packages/annual-report/src/index.ts';
import { outcomes } from '../../packages/statute/src/outcome/outcomes.ts';
import { reviewResults } from '../../packages/statute/src/remedy/review-results.ts';

/** The rows of table 三 that （七）总计 adds up: what the form itself takes for outcomes. */
const leafRows = (form: '2019' | '2021'): readonly string[] => {
  const relation = relationsOf(form, 'requests').find(({ id }) => id === 'requests.outcomes.total');
  return (relation?.right ?? []).map((cell) => cell.split('.').slice(1, -1).join('.'));
};

test('every outcome is counted in a row that the form of 2019 and that of 2021 print', () => {
  for (const { id } of forms) {
    const rows = leafRows(id);
    assert.ok(rows.length > 15, `table 三 of ${id} was found`);
    for (const outcome of outcomes) assert.ok(rows.includes(outcome.rows[id]), `${outcome.id} in ${id}`);
  }
});

test('every row of outcomes in both forms is reached by an outcome', () => {
  for (const { id } of forms) {
    const reached = new Set(outcomes.map((outcome) => outcome.rows[id]));
    assert.deepEqual(
      leafRows(id).filter((row) => !reached.has(row)),
      [],
    );
  }
});

test('a row that an agency may choose instead is printed by the form of 2021', () => {
  const rows = leafRows('2021');
  for (const { otherRows, id } of outcomes)
    for (const row of otherRows) assert.ok(rows.includes(row), `${id}: ${row}`);
});

test('the results of reconsideration and litigation are counted in columns of table 四, and each is reached', () => {
  for (const form of forms) {
    const columns = getTable(form.id, 'reviews')!.columns.map(({ id }) => id);
    const parts = columns.filter((id) => id !== 'total');
    for (const kind of ['reconsideration', 'litigation']) {
      const reached = reviewResults.filter((result) => result.kind === kind).map(({ column }) => column);
      assert.deepEqual([...new Set(reached)].toSorted(), parts.toSorted());
    }
  }
});
