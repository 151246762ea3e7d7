import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineDifference } from './line-difference.ts';

const side = (kind: 'added' | 'removed', before: string, after: string): string =>
  lineDifference(before, after)
    .filter((line) => line.kind === 'same' || line.kind === kind)
    .map(({ text }) => text)
    .join('\n');

test('a changed line is shown as taken out and put in, the others as they were', () => {
  assert.deepEqual(lineDifference('甲\n乙\n丙\n', '甲\n丁\n丙\n'), [
    { kind: 'same', text: '甲' },
    { kind: 'removed', text: '乙' },
    { kind: 'added', text: '丁' },
    { kind: 'same', text: '丙' },
  ]);
});

test('either text can be read back from what differs', () => {
  const text = fc
    .array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(side('removed', before, after), before);
      assert.equal(side('added', before, after), after);
    }),
  );
});
