import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forms } from '../../form/forms.ts';
import { foldText } from './fold-text.ts';
import { findLabel, findPrintedLabel } from './label-index.ts';

const idOf = (text: string): string | undefined => findPrintedLabel(text).labels[0]?.id;

test('every row and column label that the forms print is known', () => {
  for (const form of forms)
    for (const table of form.tables) {
      for (const row of table.id === 'reviews' ? [] : table.rows) {
        const found = findPrintedLabel(row.label.split('/').at(-1) as string).labels;
        assert.ok(
          found.some((label) => label.role === 'row' && label.id === row.id),
          row.label,
        );
      }
      for (const column of table.columns)
        assert.ok(
          findPrintedLabel(column.label).labels.some((label) => label.role === 'column'),
          column.label,
        );
    }
});

test('brackets, item marks, spaces, width and traditional characters make no difference', () => {
  assert.equal(idOf('(一) 予以公开'), 'disclosed');
  assert.equal(idOf('㈠予以公开'), 'disclosed');
  assert.equal(idOf('３．危及"三安全一稳定"'), 'refused.security');
  assert.equal(idOf('屬於國家秘密'), 'refused.stateSecret');
  assert.equal(idOf('本年度制发件数'), 'issued');
  assert.equal(idOf('本年增/减（减用负值表示，如-8）'), 'change');
  assert.equal(idOf('二十条第（六）项'), 'proactive.20-6');
});

test('a group and a row in one line are not taken for the group alone', () => {
  assert.deepEqual(findPrintedLabel('三、本年度办理结果（一）予以公开').labels, []);
});

test('the item mark is kept as evidence', () => {
  assert.deepEqual(findLabel(foldText('（七）总计')).mark, '七');
});
