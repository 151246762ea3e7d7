import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainRadicals } from './plain-radicals.ts';
import { readText } from './text/read-text.ts';

test('characters that a page names by their radical are the characters they look like', () => {
  const source = plainRadicals(readText('⻘⼭县⺠政局⾃⽴⻔⼾\n2022年⼯作'));
  assert.deepEqual(
    source.lines.map((line) => line.cells[0]?.text),
    ['青山县民政局自立门户', '2022年工作'],
  );
});

test('text without radicals is left as it is', () => {
  const source = readText('青山县民政局');
  assert.equal(plainRadicals(source), source);
});
