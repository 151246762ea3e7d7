import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseArabic, parseChinese, parseChineseDecimal } from './numerals.ts';

test('reads Chinese numerals as people write them', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['三百五十六', 356],
    ['两千一百零三', 2103],
    ['十二', 12],
    ['二十', 20],
    ['廿', 20],
    ['廿五', 25],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一万二千', 12000],
    ['三万零五', 30005],
    ['零', 0],
    ['一二', null],
    ['两千三', null],
    ['百', 100],
  ];
  for (const [text, value] of cases) assert.equal(parseChinese(text), value, text);
});

const digits = '零一二三四五六七八九';

/** The everyday way of writing a number below ten thousand. */
const inChinese = (value: number): string => {
  let text = '';
  let gap = false;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) gap ||= text !== '';
    else {
      text += `${gap ? '零' : ''}${digits[digit]}${name}`;
      gap = false;
    }
  }
  return text.replace(/^一十/, '十');
};

test('reads back every number below ten thousand that it is given in Chinese', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => parseChinese(inChinese(value)) === value),
  );
});

test('reads separators, 万 and decimals exactly', () => {
  assert.equal(parseArabic('1,234,567', ''), '1234567');
  assert.equal(parseArabic('1.2', '万'), '12000');
  assert.equal(parseArabic('323.6', '万'), '3236000');
  assert.equal(parseChineseDecimal('十二点五'), '12.5');
  assert.equal(parseChineseDecimal('一百'), '100');
});
