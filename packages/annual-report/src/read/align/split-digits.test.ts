import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitDigits } from './split-digits.ts';

test('a row of figures is among the ways to cut its digits', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 6, maxLength: 6 }), (parts) => {
      const row = [...parts, parts.reduce((sum, part) => sum + part, 0)];
      const ways = splitDigits([row.join('')], [7], 5000);
      assert.ok(ways?.some((way) => way.join() === row.join()));
    }),
  );
});

test('digits that fit in one way only are cut in that way', () => {
  assert.deepEqual(splitDigits(['2000002'], [7], 9), [[2, 0, 0, 0, 0, 0, 2]]);
  assert.deepEqual(splitDigits(['0', '99', '00023122'], [7], 9), [[0, 99, 0, 0, 0, 23, 122]]);
});

test('digits that fit in two ways are cut in both', () => {
  assert.equal(splitDigits(['09900023122'], [7], 9)?.length, 2);
});

test('a search that grows too long is given up', () => {
  assert.equal(splitDigits(['1'.repeat(60)], [5, 5, 5], 100_000), null);
});
