import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTitle } from './read-title.ts';

/** A SummaryInformation stream with a code page and a title. */
const summary = (codePage: number, kind: number, title: Uint8Array, count: number) => {
  const bytes = Buffer.alloc(48 + 24 + 8 + 8 + title.length);
  bytes.writeUInt32LE(48, 44);
  bytes.writeUInt32LE(2, 52);
  bytes.writeUInt32LE(1, 56);
  bytes.writeUInt32LE(24, 60);
  bytes.writeUInt32LE(2, 64);
  bytes.writeUInt32LE(32, 68);
  bytes.writeUInt32LE(2, 72);
  bytes.writeUInt16LE(codePage, 76);
  bytes.writeUInt32LE(kind, 80);
  bytes.writeUInt32LE(count, 84);
  bytes.set(title, 88);
  return bytes;
};

test('reads titles in GBK, UTF-8 and UTF-16, up to their end mark', () => {
  assert.equal(readTitle(summary(936, 30, Uint8Array.from([0xb1, 0xa8, 0xb8, 0xe6, 0]), 5)), '报告');
  assert.equal(readTitle(summary(65001, 30, Buffer.from('报告\0x'), 8)), '报告');
  assert.equal(readTitle(summary(936, 31, Buffer.from('报告\0', 'utf16le'), 3)), '报告');
});

test('has no title where the stream is absent, cut or of another kind', () => {
  const stream = summary(936, 30, Buffer.from('abcd'), 4);
  assert.equal(readTitle(null), null);
  assert.equal(readTitle(stream.subarray(0, 60)), null);
  assert.equal(readTitle(summary(936, 3, Buffer.from('abcd'), 4)), null);
});
