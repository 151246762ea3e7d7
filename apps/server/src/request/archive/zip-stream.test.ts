import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { needs } from '../../../../../tools/system-package.ts';
import { type ZipEntry, zipEntry, zipStream } from './zip-stream.ts';

const folder = await mkdtemp(join(tmpdir(), 'gongkai-zip-'));
after(() => rm(folder, { recursive: true, force: true }));

const whole = async (entries: readonly ZipEntry[]): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
};

test('another program unpacks it: names in Chinese, empty files, any bytes', {
  skip: needs('unzip'),
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(
        fc.tuple(fc.stringMatching(/^[一-龥a-z0-9（）]{1,40}$/), fc.uint8Array({ maxLength: 3000 })),
        {
          selector: ([name]) => name.toLowerCase(),
          minLength: 1,
          maxLength: 8,
        },
      ),
      async (files) => {
        const path = join(folder, 'a.zip');
        await writeFile(path, await whole(files.map(([name, bytes]) => zipEntry(`${name}.bin`, bytes))));
        assert.equal(spawnSync('unzip', ['-tqq', path]).status, 0);
        for (const [name, bytes] of files) {
          const { stdout } = spawnSync('unzip', ['-p', path, `${name}.bin`]);
          assert.ok(stdout.equals(Buffer.from(bytes)), name);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('the same files give the same bytes', async () => {
  const entries = [zipEntry('目录.csv', Buffer.from('一')), zipEntry('b', Buffer.from('2'))];
  const hash = async () =>
    createHash('sha256')
      .update(await whole(entries))
      .digest('hex');
  assert.equal(await hash(), await hash());
});

test('a file that is shorter than was said ends it in an error, not in a wrong ZIP', async () => {
  const entry = { ...zipEntry('a', Buffer.from('abc')), open: () => [Buffer.from('ab')] };
  await assert.rejects(whole([entry]), /not as large/);
});

test('over four gigabytes it is a ZIP64 that another program lists', { skip: needs('unzip') }, async () => {
  const piece = Buffer.alloc(16 * 1024 * 1024);
  const size = 3 * 1024 * 1024 * 1024;
  // The zeros' sum doesn't matter here: places are what changes at four gigabytes.
  const large = (path: string): ZipEntry => ({
    path,
    size,
    crc32: 0,
    *open() {
      for (let at = 0; at < size; at += piece.length) yield piece;
    },
  });
  const entries = [large('甲'), large('乙'), zipEntry('丙.txt', Buffer.from('在四吉之后'))];
  const path = join(folder, 'large.zip');
  const { open } = await import('node:fs/promises');
  const handle = await open(path, 'w');
  let at = 0;
  for await (const chunk of zipStream(entries)) {
    // Zeros are left as holes, so that the disk needn't hold them.
    if (chunk !== piece) await handle.write(chunk, 0, chunk.length, at);
    at += chunk.length;
  }
  await handle.close();
  assert.equal(spawnSync('unzip', ['-p', path, '丙.txt']).stdout.toString(), '在四吉之后');
});
