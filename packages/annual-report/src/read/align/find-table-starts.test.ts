import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Form } from '../../form/form.ts';
import { forms } from '../../form/forms.ts';
import { consistentFigures, lineOf, rowsOf, sourceOf } from './build-sources.ts';
import { findTableStarts } from './find-table-starts.ts';

const form = forms[0] as Form;
const report = rowsOf(
  form,
  consistentFigures(form, () => 1),
  (label) => label,
).map((row) => lineOf('cells', row));

test('each table of a report is found where it begins', () => {
  const starts = findTableStarts(sourceOf(report));
  assert.deepEqual(
    starts.map((start) => start.table),
    form.tables.map((table) => table.id),
  );
  assert.equal(starts[0]?.line, 0);
});

test('a collection of three reports has every table three times', () => {
  const starts = findTableStarts(sourceOf([...report, ...report, ...report]));
  for (const { id } of form.tables) assert.equal(starts.filter((start) => start.table === id).length, 3, id);
});

test('labels in a narrative are no tables', () => {
  const lines = ['行政许可', '全年办理行政许可12件。', '行政处罚', '规章', '行政复议'].map((text) =>
    lineOf('text', [text]),
  );
  assert.deepEqual(findTableStarts(sourceOf(lines)), []);
});
