import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openTestDatabase } from '../../test-database-kit.ts';
import { backupBytes } from './backup-bytes.ts';
import { keyOf } from './byte-store.ts';
import { inPieces, newFile, openTestFiles } from './files-test-kit.ts';
import { sweepFiles } from './sweep-files.ts';

const text = Buffer.from('公开申请的附件内容');
const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);

describe('files', async () => {
  const { db } = await openTestDatabase();

  for (const algorithm of ['aes', 'sm'] as const)
    it(`come back as they were handed in, whatever their size and pieces (${algorithm})`, async () => {
      const { files } = await openTestFiles({ algorithm });
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(1, 2, 65_535, 65_536, 65_537, 131_072, 200_001),
          fc.constantFrom(1000, 65_536, 100_000),
          fc.boolean(),
          async (size, piece, encrypted) => {
            const bytes = randomBytes(size);
            const kept = await files.keep(db, newFile(inPieces(bytes, piece), { encrypted }));
            assert.equal(kept.size, size);
            assert.ok(Buffer.from(await files.read(db, kept.id)).equals(bytes));
          },
        ),
        { numRuns: 25 },
      );
    });

  it('are described by what they are and the name they came with', async () => {
    const { files } = await openTestFiles();
    const kept = await files.keep(db, newFile(text, { name: '../../etc/\u202e申请.txt' }));
    assert.deepEqual(await files.describe(db, kept.id), kept);
    assert.deepEqual([kept.name, kept.mediaType, kept.size], ['申请.txt', 'text/plain', text.length]);
    assert.equal(await files.describe(db, '01890000-0000-7000-8000-000000000000'), undefined);
    await assert.rejects(files.read(db, '01890000-0000-7000-8000-000000000000'), { code: 'FILE_NOT_FOUND' });
  });

  it('with the same bytes lie in the store once, open and encrypted copies apart', async () => {
    const { files, folder } = await openTestFiles();
    const kept = await files.keep(db, newFile(text));
    await files.keep(db, newFile(text, { name: 'other' }));
    await files.keep(db, newFile(text, { encrypted: true }));
    const shelf = join(folder, kept.sha256.slice(0, 2));
    assert.deepEqual((await readdir(shelf)).sort(), [kept.sha256.slice(2), `${kept.sha256.slice(2)}.enc`]);
    assert.deepEqual(await readdir(join(folder, 'tmp')), []);
    assert.equal((await readFile(join(shelf, `${kept.sha256.slice(2)}.enc`))).includes(text), false);
    const { name } = await db
      .selectFrom('file')
      .select('name')
      .where('id', '=', kept.id)
      .executeTakeFirstOrThrow();
    assert.equal(name.includes('申请'), false);
  });

  it('leave nothing behind when they are empty, too large, or break off', async () => {
    const { files, folder } = await openTestFiles();
    await assert.rejects(files.keep(db, newFile(Buffer.alloc(0))), { code: 'FILE_EMPTY' });
    await assert.rejects(files.keep(db, newFile(Buffer.alloc(2000), { most: 1999 })), {
      code: 'FILE_TOO_LARGE',
      message: /文件超过/,
    });
    async function* breaksOff(): AsyncGenerator<Uint8Array> {
      yield text;
      throw new Error('broke off');
    }
    await assert.rejects(files.keep(db, newFile(breaksOff(), { encrypted: true })), /broke off/);
    assert.deepEqual(await readdir(folder, { recursive: true }), ['tmp']);
  });

  it('whose bytes were changed, cut off or lost are never given out', async () => {
    for (const encrypted of [false, true]) {
      const { files, folder } = await openTestFiles();
      const bytes = randomBytes(150_000);
      const kept = await files.keep(db, newFile(bytes, { encrypted }));
      const path = join(folder, keyOf(kept.sha256, encrypted));
      const stored = await readFile(path);
      const changed = Buffer.from(stored);
      changed[100_000]! ^= 1;
      for (const damage of [
        changed,
        stored.subarray(0, -1),
        stored.subarray(0, 70_000),
        stored.subarray(0, 10),
        Buffer.concat([stored, stored.subarray(0, 1)]),
      ]) {
        await writeFile(path, damage);
        await assert.rejects(files.read(db, kept.id), { name: 'BytesLost' });
        let given = 0;
        await assert.rejects(
          async () => {
            for await (const chunk of await files.open(db, kept.id)) given += chunk.length;
          },
          { name: 'BytesLost' },
        );
        assert.ok(given < bytes.length);
      }
      await rm(path);
      await assert.rejects(files.read(db, kept.id), { name: 'BytesLost', message: /从备份恢复/ });
    }
  });

  it('encrypted under one key are not opened by another', async () => {
    const one = await openTestFiles();
    const kept = await one.files.keep(db, newFile(text, { encrypted: true }));
    const other = await openTestFiles({ store: one.store });
    // The name is encrypted with the column's key too: only the bytes are asked for.
    await assert.rejects(other.files.read(db, kept.id), { name: 'BytesLost', message: /密钥不对/ });
  });

  it('whose bytes were received slowly are kept in an act afterwards', async () => {
    const { files } = await openTestFiles();
    const received = await files.receive(newFile(inPieces(text, 3)));
    const kept = await db.transaction().execute((trx) => files.keep(trx, received));
    assert.deepEqual(Buffer.from(await files.read(db, kept.id)), text);
  });

  it('without a row are swept up after a day, others never', async () => {
    const { files, store, folder, options } = await openTestFiles();
    const text = randomBytes(1000);
    const kept = await files.keep(db, newFile(text, { encrypted: true }));
    const forgotten = await files.receive(newFile(randomBytes(10)));
    const fresh = await files.receive(newFile(randomBytes(10)));
    await assert.rejects(
      db.transaction().execute(async (trx) => {
        await files.keep(trx, newFile(text));
        throw new Error('undone');
      }),
    );
    await writeFile(join(options.temporaryFolder, 'half'), 'x');
    for (const path of [
      keyOf(kept.sha256, true),
      keyOf(kept.sha256, false),
      keyOf(forgotten.sha256, false),
      'tmp/half',
    ])
      await utimes(join(folder, path), longAgo, longAgo);
    assert.equal(await sweepFiles(db, store, options.temporaryFolder, new Date()), 3);
    assert.equal(await store.has(keyOf(kept.sha256, true)), true);
    assert.equal(await store.has(keyOf(fresh.sha256, false)), true);
    assert.deepEqual(Buffer.from(await files.read(db, kept.id)), text);
  });

  it('that an act is just keeping are not swept up, however old their bytes', async () => {
    const { files, store, folder, options } = await openTestFiles();
    const received = await files.receive(newFile(text));
    await utimes(join(folder, keyOf(received.sha256, false)), longAgo, longAgo);
    const { id } = await db.transaction().execute(async (trx) => {
      const kept = await files.keep(trx, received);
      await sweepFiles(db, store, options.temporaryFolder, new Date());
      return kept;
    });
    assert.deepEqual(Buffer.from(await files.read(db, id)), text);
  });

  it('go through a backup as they lie, and what is there already stays', async () => {
    const from = await openTestFiles();
    const kept = await from.files.keep(db, newFile(text, { encrypted: true }));
    const to = await openTestFiles({ cipher: from.options.cipher });
    const [source, target] = [from, to].map(({ store, options }) =>
      backupBytes(store, options.temporaryFolder),
    );
    for (let time = 0; time < 2; time += 1)
      await target!.put(kept.sha256, true, await source!.open(kept.sha256, true));
    assert.deepEqual(Buffer.from(await to.files.read(db, kept.id)), text);
  });
});
