import assert from 'node:assert/strict';
import test from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { generate } from '../index.ts';
import { encodeGb, encodeUtf16 } from './encode.ts';
import { layouts } from './layouts.ts';
import { countSplits } from './text-fused.ts';
import { zip } from './zip.ts';

test('every layout renders twenty reports, with the truth about every cell of its forms', async () => {
  for (const layout of layouts) {
    // A picture of every page takes a second or two; the finer ones differ in nothing else.
    const seeds = layout.name === 'scan.300' ? 0 : layout.scan ? 1 : 20;
    for (let seed = 0; seed < seeds; seed++) {
      const file = await generate(`${layout.name} ${seed}`, { layout: layout.name });
      assert.ok(file.bytes.length > 1000, `${file.name}: ${file.bytes.length} bytes`);
      assert.equal(file.format, layout.format);
      assert.ok(file.truth.cells.size >= 186, file.name);
    }
  }
});

test('the same seed gives the same bytes in every format', async () => {
  for (const layout of layouts) {
    if (layout.scan) continue;
    const [first, second] = [
      await generate('same', { layout: layout.name, damages: 'any' }),
      await generate('same', { layout: layout.name, damages: 'any' }),
    ];
    assert.deepEqual(Buffer.from(first.bytes).equals(Buffer.from(second.bytes)), true, layout.name);
  }
});

test('what is in a plain table stands in its file, figure by figure', async () => {
  for (const name of ['text.tabRowsPadded', 'html.utf8', 'markdown.tables']) {
    const file = await generate('figures', { layout: name, policy: 'filled' });
    const text = new TextDecoder().decode(file.bytes);
    for (const [id, { value }] of file.truth.cells)
      assert.ok(value === null || text.includes(value), `${name} ${id}`);
  }
});

test('a blank that leaves no trace makes its row unknowable, a full row stays known', async () => {
  const file = await generate('vanished', {
    layout: 'text.spaceRows',
    policy: 'blankForZero',
    kind: 'cityGovernment',
  });
  const rows = Map.groupBy(file.truth.cells, ([id]) => id.slice(0, id.lastIndexOf('.')));
  for (const [row, cells] of rows) {
    if (!row.startsWith('requests.')) continue;
    const blanks = cells.filter(([, { value }]) => value === null).length;
    assert.ok(
      cells.every(([, { recoverable }]) => recoverable === (blanks === 0)),
      row,
    );
  }
});

test('encoders agree with the decoders of the platform', () => {
  const text = 'ASCII 政府信息公开 ㈠“三安全一稳定”－ 𠮷\u00a0镕';
  const plane0 = text.replace('𠮷', '');
  assert.equal(new TextDecoder('gb18030').decode(encodeGb(plane0)), plane0);
  assert.equal(new TextDecoder('gbk').decode(encodeGb('公开\u00a0。', () => '&nbsp;')), '公开&nbsp;。');
  assert.equal(new TextDecoder('utf-16le').decode(encodeUtf16(text, true)), text);
  assert.equal(new TextDecoder('utf-16be').decode(encodeUtf16(text, false)), text);
});

test('the ZIP writer stores and deflates what it is given', () => {
  const bytes = Buffer.from(
    zip([
      { name: 'a.txt', data: '年报'.repeat(50) },
      { name: 'b.txt', data: 'stored', stored: true },
    ]),
  );
  assert.equal(bytes.readUInt32LE(0), 0x04034b50);
  const length = bytes.readUInt32LE(18);
  assert.equal(inflateRawSync(bytes.subarray(35, 35 + length)).toString('utf8'), '年报'.repeat(50));
  assert.equal(bytes.readUInt16LE(bytes.length - 12), 2);
  assert.ok(bytes.includes('stored'));
});

test('fused figures are recoverable only where one split fits', () => {
  assert.equal(countSplits('1000001', 7, true), 1);
  assert.equal(countSplits('000', 3, false), 1);
  assert.ok(countSplits('396442278', 3, false) > 1);
  assert.ok(countSplits('1111111', 3, false) > 1);
  assert.equal(countSplits('12', 3, false), 0);
});
