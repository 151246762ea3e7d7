import assert from 'node:assert/strict';
import test from 'node:test';
import { sum } from '../../../annual-report/src/decimal.ts';
import { inventAgency } from '../agencies.ts';
import { draft, lay } from '../generate.ts';
import { createRandom } from '../random.ts';
import { truthsOf } from '../truth.ts';
import { inChinese } from './number-words.ts';
import { layNoReport, layOldReport } from './old-report.ts';

test('counts in Chinese numerals are written as people write them', () => {
  const words = [0, 5, 10, 12, 20, 105, 110, 305, 1000, 1005, 1050, 3119, 10000, 10020, 12345, 100_000].map(
    inChinese,
  );
  assert.deepEqual(words, [
    '零',
    '五',
    '十',
    '十二',
    '二十',
    '一百零五',
    '一百一十',
    '三百零五',
    '一千',
    '一千零五',
    '一千零五十',
    '三千一百一十九',
    '一万',
    '一万零二十',
    '一万二千三百四十五',
    '十万',
  ]);
});

test('every figure that the narrative states stands in the text at its place and agrees with the tables', () => {
  let facts = 0;
  for (let seed = 0; seed < 80; seed++) {
    const made = draft(seed, { narrative: { everything: true } });
    const texts = lay(seed, made).blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    for (const fact of made.narrative.facts) {
      facts++;
      assert.ok(
        texts.some((text) => text.includes(fact.sentence)),
        `${seed}: ${fact.sentence}`,
      );
      const printed = fact.sentence.slice(fact.start, fact.end);
      assert.ok(printed === fact.value || printed === inChinese(Number(fact.value)), `${seed}: ${printed}`);
      // What no table counts agrees with itself only.
      if (fact.quantity.startsWith('own.')) continue;
      const expected =
        fact.quantity === 'fee.collected'
          ? made.narrative.fee
          : sum(fact.quantity.split('+').map((id) => made.figures.values.get(id)!));
      assert.equal(fact.value, expected, `${seed}: ${fact.sentence}`);
    }
  }
  assert.ok(facts > 500, `${facts} facts`);
});

test('no slot and no placeholder is left in any text', () => {
  for (let seed = 0; seed < 80; seed++)
    for (const block of lay(seed, draft(seed)).blocks)
      if (block.kind === 'text') assert.doesNotMatch(block.text, /[<>{}]|undefined|NaN/);
});

test('reports from before 2019 have seven sections and no table, and other pages have no report at all', () => {
  for (let seed = 0; seed < 10; seed++) {
    const random = createRandom(seed);
    const old = layOldReport(random, inventAgency(random), 2016);
    assert.equal(old.blocks.filter((block) => block.kind === 'text' && block.role === 'heading').length, 7);
    assert.ok(old.blocks.every(({ kind }) => kind === 'text'));
    assert.equal(truthsOf(old)[0]!.cells.size, 0);
    assert.equal(truthsOf(layNoReport(random, inventAgency(random)))[0]!.cells.size, 0);
  }
});
