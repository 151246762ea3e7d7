import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { readDocx } from '../docx/read-docx.ts';
import { defaultLimits } from '../options.ts';
import { readDoc } from './read-doc.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/office/${name}`, import.meta.url));
const refusal = (code: string) => (error: unknown) =>
  error instanceof ReadError && error.problem.code === code;

/** A copy with one little-endian number of the Word document's head (FIB) changed. */
const withHead = (name: string, at: number, change: (value: number) => number) => {
  const bytes = Buffer.from(fixture(name));
  const start = bytes.indexOf(Buffer.from([0xec, 0xa5]));
  bytes.writeUInt16LE(change(bytes.readUInt16LE(start + at)), start + at);
  return bytes;
};

for (const name of ['traits', 'report', 'marks'])
  test(`reads ${name}.doc exactly as the DOCX that LibreOffice made it from`, () => {
    const doc = readDoc(fixture(`${name}.doc`), defaultLimits);
    const docx = readDocx(fixture(`${name}.docx`), defaultLimits);
    assert.ok(docx.lines.length > 2);
    assert.deepEqual(doc.lines, docx.lines);
  });

test('says that a document has a password', () => {
  assert.throws(
    () =>
      readDoc(
        withHead('traits.doc', 10, (flags) => flags | 0x100),
        defaultLimits,
      ),
    refusal('file.encrypted'),
  );
});

test('says that a document is of Word 95', () => {
  assert.throws(
    () =>
      readDoc(
        withHead('traits.doc', 2, () => 104),
        defaultLimits,
      ),
    refusal('file.oldWord'),
  );
});

test('holds a document to the limit of cells', () => {
  assert.throws(
    () => readDoc(fixture('report.doc'), { ...defaultLimits, cells: 100 }),
    refusal('file.tooLarge'),
  );
});

test('says damaged for a document that is cut short', () => {
  const bytes = fixture('traits.doc');
  for (const length of [0, 100, 512, 2000, bytes.length >> 1])
    assert.throws(() => readDoc(bytes.subarray(0, length), defaultLimits), refusal('file.damaged'));
});

test('never crashes or hangs on damaged bytes', () => {
  const sources = [fixture('traits.doc'), fixture('report.doc')];
  let seed = 5;
  const next = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  for (let round = 0; round < 1500; round++) {
    const bytes = Buffer.from(sources[round % 2]!);
    for (let change = next(12); change >= 0; change--) {
      const at = next(bytes.length - 4);
      if (next(2) === 0) bytes[at] = next(256);
      else bytes.writeUInt32LE([0, 1, 0xffffffff, 0x7fffffff, next(bytes.length)][next(5)]!, at & ~3);
    }
    try {
      readDoc(bytes, defaultLimits);
    } catch (error) {
      assert.ok(error instanceof ReadError, `${(error as Error).stack}`);
    }
  }
});

test('a raised or lowered mark beside a figure is none of its digits', () => {
  const [row] = readDoc(fixture('marks.doc'), defaultLimits).lines.filter((line) => line.kind === 'grid');
  assert.deepEqual(
    row?.cells.map((cell) => cell.text),
    ['3¹', '4₂', '5⁶', '7[⁸]', '9', '21'],
  );
});
