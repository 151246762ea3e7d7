import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadError } from '../../problem.ts';
import { defaultLimits } from '../options.ts';
import { buildZip } from './build-zip.ts';
import { openZip } from './open-zip.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const refusal = (code: string) => (error: unknown) =>
  error instanceof ReadError && error.problem.code === code;
const open = (bytes: Uint8Array) => openZip(bytes, defaultLimits);

test('gives back stored, deflated and empty entries', () => {
  const archive = open(
    buildZip([
      { name: '报告/一.txt', data: '收到申请三件'.repeat(50) },
      { name: 'b.txt', data: 'stored', method: 0 },
      { name: 'empty.txt', data: '' },
      { name: '报告/', data: '', method: 0 },
    ]),
  );
  assert.deepEqual(
    archive.entries.map((entry) => [entry.name, entry.size, entry.directory]),
    [
      ['报告/一.txt', 900, false],
      ['b.txt', 6, false],
      ['empty.txt', 0, false],
      ['报告/', 0, true],
    ],
  );
  assert.equal(text(archive.read('报告/一.txt')), '收到申请三件'.repeat(50));
  assert.equal(text(archive.read('B.TXT')), 'stored');
  assert.equal(archive.read('empty.txt').length, 0);
});

test('reads names that a Windows archiver wrote in GBK', () => {
  const name = Uint8Array.from([0xb1, 0xa8, 0xb8, 0xe6, 0x2e, 0x64, 0x6f, 0x63]);
  assert.equal(open(buildZip([{ name, data: 'x' }])).entries[0]?.name, '报告.doc');
});

test('makes names that climb out of the archive harmless', () => {
  const names = ['../../etc/passwd', 'C:\\temp\\a.txt', '/root/.x', 'a/./b', '..\\..\\b\\', 'a..b/c'];
  const archive = open(buildZip(names.map((name) => ({ name, data: 'x' }))));
  assert.deepEqual(
    archive.entries.map((entry) => entry.name),
    ['etc/passwd', 'temp/a.txt', 'root/.x', 'a/b', 'b/', 'a..b/c'],
  );
});

test('finds the archive behind a stray header and before trailing bytes', () => {
  const zip = buildZip([{ name: 'a', data: 'content' }]);
  const wrapped = Buffer.concat([Buffer.from('HTTP header\r\n'), zip, Buffer.from('\r\n')]);
  assert.equal(text(open(wrapped).read('a')), 'content');
});

test('says that an entry has a password, and still reads its neighbours', () => {
  const archive = open(
    buildZip([
      { name: 'a', data: 'secret', encrypted: true },
      { name: 'b', data: 'open' },
    ]),
  );
  assert.equal(archive.entries[0]?.encrypted, true);
  assert.throws(() => archive.read('a'), refusal('file.encrypted'));
  assert.equal(text(archive.read('b')), 'open');
});

test('says damaged for every way of cutting an archive short', () => {
  const zip = buildZip([{ name: 'a', data: 'some content that is long enough to be cut' }]);
  for (let length = 0; length < zip.length; length++)
    assert.throws(() => open(zip.subarray(0, length)).read('a'), refusal('file.damaged'));
});

test('says damaged where the content does not match its checksum or its size', () => {
  for (const lie of [{ crc: 1 }, { size: 3 }, { size: 8 }])
    assert.throws(
      () => open(buildZip([{ name: 'a', data: 'content', ...lie }])).read('a'),
      refusal('file.damaged'),
    );
});

test('refuses a bomb before inflating it', () => {
  const bomb = buildZip([{ name: 'a', data: new Uint8Array(64 * 1024 * 1024) }]);
  assert.throws(() => open(bomb).read('a'), refusal('file.hostile'));
  const lie = buildZip([{ name: 'a', data: 'x', size: 0xfffffff0 }]);
  assert.throws(() => open(lie).read('a'), refusal('file.hostile'));
});

test('holds all entries together to the limit, and counts only those that are read', () => {
  const parts = ['a', 'b', 'c'].map((name) => ({ name, data: Buffer.alloc(600, name) }));
  const archive = openZip(buildZip(parts), { ...defaultLimits, inflatedBytes: 1300 });
  archive.read('a');
  archive.read('b');
  assert.throws(() => archive.read('c'), refusal('file.hostile'));
});

test('what turns out damaged counts against the limit as well: it was unpacked all the same', () => {
  const part = { data: 'a'.repeat(1000), crc: 1 };
  const archive = openZip(
    buildZip([
      { ...part, name: 'a' },
      { ...part, name: 'b' },
    ]),
    { ...defaultLimits, inflatedBytes: 1300 },
  );
  assert.throws(() => archive.read('a'), refusal('file.damaged'));
  assert.throws(() => archive.read('b'), refusal('file.hostile'));
});

test('refuses entries that share the same bytes', () => {
  const data = 'shared content';
  assert.throws(
    () =>
      open(
        buildZip([
          { name: 'a', data },
          { name: 'b', data, offset: 0 },
        ]),
      ),
    refusal('file.hostile'),
  );
});

/** A ZIP64 archive as writers of large collections make it: all sizes 0xFFFFFFFF, the true ones in the extra field. */
const zip64 = () => {
  const data = Buffer.from('sixty-four');
  const small = buildZip([{ name: 'a', data, method: 0 }]);
  const localEnd = 30 + 1 + data.length;
  const entry = Buffer.from(small.subarray(localEnd, localEnd + 47));
  entry.writeUInt32LE(0xffffffff, 20);
  entry.writeUInt32LE(0xffffffff, 24);
  entry.writeUInt16LE(28, 30);
  entry.writeUInt32LE(0xffffffff, 42);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(data.length), 4);
  extra.writeBigUInt64LE(BigInt(data.length), 12);
  const end64 = Buffer.alloc(56);
  end64.write('PK\x06\x06', 'latin1');
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(75n, 40);
  end64.writeBigUInt64LE(BigInt(localEnd), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(localEnd + 75), 8);
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\x05\x06\0\0\0\0', 'latin1');
  end.writeUInt16LE(0, 20);
  return Buffer.concat([small.subarray(0, localEnd), entry, extra, end64, locator, end]);
};

test('reads a ZIP64 archive', () => {
  assert.equal(text(open(zip64()).read('a')), 'sixty-four');
});

test('never crashes on damaged bytes', () => {
  const sources = [
    zip64(),
    buildZip([
      { name: 'a', data: 'some content' },
      { name: 'b/', data: '' },
    ]),
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  for (let run = 0; run < 4000; run++) {
    const bytes = Buffer.from(sources[run % 2]!);
    for (let change = next(4); change >= 0; change--) bytes[next(bytes.length)] = next(256);
    try {
      const archive = open(bytes);
      for (const entry of archive.entries) archive.read(entry);
    } catch (error) {
      assert.ok(error instanceof ReadError, String(error));
    }
  }
});
