import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildReport } from '../build-report.ts';
import { factsOf } from '../facts.ts';
import { defaultCheckOptions } from '../rule.ts';
import { indexText, repetitionIn } from './repeated-text.ts';
import { plainText, shingleLength, shingles } from './shingles.ts';

const index = (...overview: readonly string[]) =>
  indexText(factsOf(buildReport({ sections: { overview } }), defaultCheckOptions));

const one = '本局建立主动公开清单，按月核对门户网站各栏目的更新情况，发现缺漏当日补齐并登记在册。';
const two = '对依申请公开实行专人登记、限时办理，答复文书由法制机构逐件审查以后再送达申请人本人。';

test('a text equals itself wholly, and another text not at all', () => {
  assert.equal(repetitionIn(index(one, two), index(two, one)).share > 0.99, true);
  assert.equal(repetitionIn(index(one), index(two)).share < 0.5, true);
});

test('the repeated paragraphs are told, longest first', () => {
  const { passages } = repetitionIn(index(one, two), index(two));
  assert.ok(passages.some(({ text }) => text === two));
  assert.ok(!passages.some(({ text }) => text === one));
});

test('new figures and years do not hide a copied sentence', () => {
  assert.equal(plainText('2019 年公开 1,448 项'), plainText('2020年公开1，300项'));
});

test('every run of eight characters has one hash, equal wherever it stands', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 12, maxLength: 60 }), fc.string({ maxLength: 10 }), (text, before) => {
      const own = shingles(text);
      const moved = shingles(before + text);
      assert.equal(own.length, text.length - shingleLength + 1);
      assert.deepEqual([...moved.slice(before.length)], [...own]);
    }),
  );
});
