import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { openTestDatabase } from '../../test-database-kit.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { emptyChain, recordSome, sealAll } from './chain-test-kit.ts';
import { verifyChain } from './verify-chain.ts';

it('verifies after a backup and a restore, with what was not yet linked, and goes on', async () => {
  const from = await openTestDatabase();
  await emptyChain(from.db);
  await recordSome(from.db, 5);
  await sealAll(from.db);
  await recordSome(from.db, 2);
  const to = await openTestDatabase({ migrated: false });
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-backup-'));
  const shared = {
    bytes: { open: () => assert.fail(), put: () => assert.fail() },
    keyFingerprint: '00',
    path: join(folder, 'backup.tar.gz'),
  };
  try {
    await makeBackup({ ...shared, pool: from.pool, now: new Date() });
    await restoreBackup({ ...shared, pool: to.pool });
  } finally {
    await rm(folder, { recursive: true });
  }
  await recordSome(to.db, 1);
  await sealAll(to.db);
  const verified = await verifyChain(to.db, { algorithm: 'sha256' });
  assert.deepEqual([verified.broken, verified.to], [null, 8]);
});
