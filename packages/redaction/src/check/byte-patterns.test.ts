import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesFinder, patternsOf } from './byte-patterns.ts';

test('words are found wherever they stand, in every encoding, and none that do not', () => {
  const words = fc.array(
    fc.string({ unit: fc.constantFrom(...'王小明区138002X张'), minLength: 1, maxLength: 8 }),
    { maxLength: 12 },
  );
  const noise = fc.uint8Array({ maxLength: 40 });
  fc.assert(
    fc.property(words, fc.array(fc.tuple(noise, fc.nat(11), fc.nat(11))), noise, (all, parts, end) => {
      const patterns = all.map(patternsOf);
      const bytes = Buffer.concat([
        ...parts.flatMap(([before, word, form]) => [before, patterns[word]?.[form] ?? Buffer.alloc(0)]),
        end,
      ]);
      const expected = patterns.flatMap((each, index) =>
        each.some((pattern) => bytes.includes(pattern)) ? [index] : [],
      );
      assert.deepEqual(
        [...bytesFinder(patterns)(bytes)].sort((a, b) => a - b),
        expected,
      );
      // Within a larger piece of memory nothing around it counts.
      const within = Buffer.concat([Buffer.from('13800'), bytes, Buffer.from('2X王小明')]).subarray(
        5,
        5 + bytes.length,
      );
      assert.deepEqual(
        [...bytesFinder(patterns)(within)].sort((a, b) => a - b),
        expected,
      );
    }),
  );
});
