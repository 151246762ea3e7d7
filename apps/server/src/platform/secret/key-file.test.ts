import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CipherError } from './cipher.ts';
import { openKeyFile } from './key-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'gongkai-key-'));
after(() => rm(folder, { recursive: true, force: true }));

test('the key made at the first start is read at the next, by its owner alone', async () => {
  const path = join(folder, 'a', 'column.key');
  const key = await openKeyFile(path, true);
  assert.equal(key.length, 32);
  assert.deepEqual(await openKeyFile(path, false), key);
  if (process.platform !== 'win32') assert.equal((await stat(path)).mode & 0o077, 0);
});

test('programs that start together end with one key, and no draft is left', async () => {
  const path = join(folder, 'b', 'column.key');
  const keys = await Promise.all(Array.from({ length: 20 }, () => openKeyFile(path, true)));
  assert.equal(new Set(keys.map((key) => key.toString('hex'))).size, 1);
  assert.deepEqual(await readdir(join(folder, 'b')), ['column.key']);
});

test('a database that has used a key never silently gets another: the message says where the key belongs', async () => {
  const path = join(folder, 'c', 'column.key');
  await assert.rejects(openKeyFile(path, false), (error: Error) => {
    assert.ok(error instanceof CipherError);
    assert.match(error.message, /GONGKAI_KEY_FILE/);
    assert.ok(error.message.includes(path));
    return true;
  });
});

test('a damaged key file is refused, not replaced', async () => {
  const path = join(folder, 'damaged.key');
  await writeFile(path, '# comment\nAAAA\n');
  await assert.rejects(openKeyFile(path, true), CipherError);
});
