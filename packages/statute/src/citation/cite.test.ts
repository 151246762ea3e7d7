import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chineseNumeral } from './chinese-numeral.ts';
import { citationsOn, cite, citeShort } from './cite.ts';
import { instruments } from './instruments.ts';

test('articles are numbered as the statute book numbers them', () => {
  const numbers = [1, 9, 10, 11, 19, 20, 36, 99, 100, 101, 110, 119, 120, 999];
  assert.deepEqual(numbers.map(chineseNumeral), [
    '一',
    '九',
    '十',
    '十一',
    '十九',
    '二十',
    '三十六',
    '九十九',
    '一百',
    '一百零一',
    '一百一十',
    '一百一十九',
    '一百二十',
    '九百九十九',
  ]);
  assert.throws(() => chineseNumeral(0), /不是 1 到 999 的整数/);
});

test('no two articles are called the same', () => {
  const all = Array.from({ length: 999 }, (_, index) => chineseNumeral(index + 1));
  assert.equal(new Set(all).size, 999);
});

test('a letter cites the full title, the office the short one', () => {
  const item = { instrument: 'regulation', article: 36, item: 4 } as const;
  assert.equal(cite([item]), '《中华人民共和国政府信息公开条例》第三十六条第（四）项');
  assert.equal(citeShort(item), '条例第三十六条第（四）项');
  assert.equal(
    cite([
      { instrument: 'regulation', article: 42, paragraph: 1 },
      { instrument: 'feeMeasure', article: 6 },
      { instrument: 'regulation', article: 51 },
    ]),
    '《中华人民共和国政府信息公开条例》第四十二条第一款、第五十一条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条',
  );
});

test('a law that is no longer or not yet in force is not cited', () => {
  const both = [
    { instrument: 'interpretation2011', article: 1 },
    { instrument: 'interpretation2025', article: 1 },
  ] as const;
  assert.deepEqual(citationsOn(both, '2025-05-31'), [both[0]]);
  assert.deepEqual(citationsOn(both, '2025-06-01'), [both[1]]);
  assert.throws(() => citationsOn(both, '2025年6月1日'), /写法不对/);
});

test('a new version comes into force the day after the old one ends', () => {
  const pairs = [
    [instruments.reconsiderationLaw2017, instruments.reconsiderationLaw2023],
    [instruments.interpretation2011, instruments.interpretation2025],
    [instruments.form2019, instruments.form2021],
  ] as const;
  for (const [old, next] of pairs) {
    assert.equal(new Date(next.from).getTime() - new Date(old.to).getTime(), 86_400_000);
  }
});

test('of two versions of one law exactly one is in force on any day from 2019 on', () => {
  const versions = [
    [instruments.reconsiderationLaw2017, instruments.reconsiderationLaw2023],
    [instruments.interpretation2011, instruments.interpretation2025],
    [instruments.form2019, instruments.form2021],
  ] as const;
  const day = fc.date({
    min: new Date('2019-05-15'),
    max: new Date('2035-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.constantFrom(...versions), (date, pair) => {
      const iso = date.toISOString().slice(0, 10);
      const inForce = pair.filter(({ from, to }) => from <= iso && (to === null || iso <= to));
      assert.equal(inForce.length, 1);
    }),
  );
});
