import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberText } from './number-text.ts';

test('says numbers as Chinese headings count', () => {
  const said = [1, 10, 11, 19, 20, 21, 100, 101, 110, 1005].map((value) =>
    numberText(value, 'chineseCountingThousand'),
  );
  assert.deepEqual(said, [
    '一',
    '十',
    '十一',
    '十九',
    '二十',
    '二十一',
    '一百',
    '一百零一',
    '一百一十',
    '一千零五',
  ]);
});

test('knows the other formats that reports are numbered with', () => {
  const twelve = (format: string) => numberText(12, format);
  assert.equal(twelve('decimal'), '12');
  assert.equal(twelve('decimalZero'), '12');
  assert.equal(twelve('decimalFullWidth'), '１２');
  assert.equal(twelve('decimalEnclosedCircle'), '⑫');
  assert.equal(twelve('decimalEnclosedParen'), '⑿');
  assert.equal(twelve('decimalEnclosedFullstop'), '⒓');
  assert.equal(twelve('upperRoman'), 'XII');
  assert.equal(twelve('lowerRoman'), 'xii');
  assert.equal(twelve('upperLetter'), 'L');
  assert.equal(twelve('ideographDigital'), '一二');
  assert.equal(twelve('chineseLegalSimplified'), '壹拾贰');
  assert.equal(twelve('none'), '');
  assert.equal(numberText(28, 'lowerLetter'), 'bb');
  assert.equal(numberText(3, 'ideographTraditional'), '丙');
});

test('falls back to digits where a format has no sign for the number', () => {
  assert.equal(numberText(11, 'ideographTraditional'), '11');
  assert.equal(numberText(51, 'decimalEnclosedCircle'), '51');
  assert.equal(numberText(7, 'somethingElse'), '7');
});
