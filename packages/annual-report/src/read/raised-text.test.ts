import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFigure } from './align/figure.ts';
import { raisedText } from './raised-text.ts';

test('a figure stays itself, whatever mark of a footnote is raised or lowered beside it', () => {
  for (const mark of [
    '1',
    '12',
    '１',
    '[1]',
    '［2］',
    '(3)',
    '（3）',
    '注1',
    '注：1',
    '1,2',
    '1、2',
    '1)',
    '①',
    '*',
    'a',
  ])
    for (const raised of ['super', 'sub'] as const) {
      const figure = readFigure(`3${raisedText(mark, raised)}`);
      if (mark === 'a') assert.equal(figure, null);
      else assert.deepEqual([figure?.kind, figure?.kind === 'number' && figure.value], ['number', '3'], mark);
    }
});

test('a mark alone is no figure, and unraised text stays as it is', () => {
  assert.equal(readFigure(raisedText('1', 'super')), null);
  assert.equal(raisedText('31', null), '31');
});
