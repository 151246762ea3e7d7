import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { openTestDatabase } from '../../test-database-kit.ts';
import { keyOf } from './byte-store.ts';
import { inPieces, newFile, openTestFiles } from './files-test-kit.ts';
import { openS3Store, readS3Options } from './s3-store.ts';
import { openTestS3 } from './s3-test-kit.ts';
import { sweepFiles } from './sweep-files.ts';

process.env.AWS_ACCESS_KEY_ID = 'test';
process.env.AWS_SECRET_ACCESS_KEY = 'test';

describe('files in an S3-compatible service', async () => {
  const { db } = await openTestDatabase();
  const { endpoint, objects } = await openTestS3();
  const store = openS3Store(readS3Options('s3://bucket/gongkai/files/', { AWS_ENDPOINT_URL: endpoint }));
  const { files, options } = await openTestFiles({ store });

  it('come back as they were handed in, encrypted or not', async () => {
    for (const encrypted of [false, true]) {
      const bytes = randomBytes(300_000);
      const kept = await files.keep(db, newFile(inPieces(bytes, 10_000), { encrypted }));
      assert.ok(objects.has(`gongkai/files/${keyOf(kept.sha256, encrypted)}`));
      assert.ok(Buffer.from(await files.read(db, kept.id)).equals(bytes));
    }
  });

  it('that the service lost or changed are never given out', async () => {
    const kept = await files.keep(db, newFile(randomBytes(1000)));
    const key = `gongkai/files/${keyOf(kept.sha256, false)}`;
    objects.set(key, randomBytes(1000));
    await assert.rejects(files.read(db, kept.id), { name: 'BytesLost', message: /不一致/ });
    objects.delete(key);
    await assert.rejects(files.read(db, kept.id), { name: 'BytesLost', message: /找不到/ });
  });

  it('without a row are swept up, others stay', async () => {
    const kept = await files.keep(db, newFile(randomBytes(10)));
    const forgotten = await files.receive(newFile(randomBytes(10)));
    objects.set('gongkai/files/somebody-elses', Buffer.from('x'));
    assert.equal(await sweepFiles(db, store, options.temporaryFolder, new Date()), 1);
    assert.equal(await store.has(keyOf(forgotten.sha256, false)), false);
    assert.equal(await store.has(keyOf(kept.sha256, false)), true);
    assert.ok(objects.has('gongkai/files/somebody-elses'));
  });
});
