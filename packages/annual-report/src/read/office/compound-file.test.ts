import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as cfb from 'cfb';
import { ReadError } from '../../problem.ts';
import { openCompoundFile } from './compound-file.ts';

const bytes = readFileSync(new URL('../../../fixtures/office/traits.doc', import.meta.url));
const isDamaged = (error: unknown) => error instanceof ReadError && error.problem.code === 'file.damaged';

test('gives the same streams as another reader of compound files, small and large', () => {
  const other = cfb.read(bytes, { type: 'buffer' });
  const file = openCompoundFile(bytes);
  for (const [index, entry] of other.FileIndex.entries()) {
    if (entry.type !== 2 || !/^Root Entry\/[^/]+$/.test(other.FullPaths[index]!)) continue;
    const stream = file.stream(entry.name);
    assert.ok(stream !== null, entry.name);
    assert.deepEqual(Buffer.from(stream), Buffer.from(entry.content));
  }
  assert.equal(file.stream('Workbook'), null);
});

test('gives streams of a file that another writer made', () => {
  const made = cfb.utils.cfb_new();
  cfb.utils.cfb_add(made, '/small', Buffer.from('mini stream'));
  cfb.utils.cfb_add(made, '/large', Buffer.alloc(9000, 'x'));
  cfb.utils.cfb_add(made, '/folder/inner', Buffer.from('not in the root'));
  const file = openCompoundFile(Buffer.from(cfb.write(made, { type: 'buffer' }) as Uint8Array));
  assert.equal(Buffer.from(file.stream('small')!).toString(), 'mini stream');
  assert.equal(file.stream('large')!.length, 9000);
  assert.equal(file.stream('inner'), null);
});

test('refuses chains of sectors that run in circles, in tables of any kind', () => {
  const first = bytes.readUInt32LE(76);
  const table = 512 * (first + 1);
  const circular = Buffer.from(bytes);
  for (let at = table; at < table + 512; at += 4) circular.writeUInt32LE(0, at);
  assert.throws(() => openCompoundFile(circular).stream('WordDocument'), isDamaged);
  const lists = Buffer.from(bytes);
  lists.writeUInt32LE(0, 68);
  lists.writeUInt32LE(0, 512 + 508);
  assert.throws(() => openCompoundFile(lists), isDamaged);
});
