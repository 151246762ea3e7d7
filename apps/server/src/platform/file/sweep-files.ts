import { opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import { type ByteStore, readKey } from './byte-store.ts';
import { bytesLock } from './open-files.ts';

/** Younger bytes may belong to an act still under way, or one that is about to begin. */
const day = 24 * 60 * 60 * 1000;

/** Keys looked up at a time. */
const batchSize = 500;

const orphansOf = async (db: Db, keys: readonly string[]): Promise<readonly string[]> => {
  const parts = keys.flatMap((key) => {
    const part = readKey(key);
    return part ? [{ key, ...part }] : [];
  });
  const { rows } = await sql<{ key: string }>`
    select k.key from unnest(${parts.map(({ key }) => key)}::text[],
      ${parts.map(({ sha256 }) => Buffer.from(sha256, 'hex'))}::bytea[],
      ${parts.map(({ isEncrypted }) => isEncrypted)}::boolean[]) as k (key, sha256, is_encrypted)
    where not exists (
      select from file f where f.sha256 = k.sha256 and f.is_encrypted = k.is_encrypted
    )`.execute(db);
  return rows.map(({ key }) => key);
};

/** Takes bytes away unless somebody is writing a row for them at this moment, or has since. */
const removeOrphan = (db: Db, store: ByteStore, key: string): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(${bytesLock(readKey(key)!.sha256)}) as locked`.execute(trx);
    if (!rows[0]?.locked || (await orphansOf(trx, [key])).length === 0) return false;
    await store.remove(key);
    return true;
  });

/** Removes bytes without a row, and what uploads left half received, once older than a day. Returns how many. */
export const sweepFiles = async (
  db: Db,
  store: ByteStore,
  temporaryFolder: string,
  now: Date,
): Promise<number> => {
  let removed = 0;
  const sweep = async (keys: readonly string[]): Promise<void> => {
    for (const key of await orphansOf(db, keys)) if (await removeOrphan(db, store, key)) removed += 1;
  };
  let keys: string[] = [];
  for await (const { key, putAt } of store.list()) {
    if (now.getTime() - putAt.getTime() < day) continue;
    keys.push(key);
    if (keys.length === batchSize) {
      await sweep(keys);
      keys = [];
    }
  }
  if (keys.length > 0) await sweep(keys);
  for await (const { name } of await opendir(temporaryFolder)) {
    const path = join(temporaryFolder, name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || now.getTime() - found.mtime.getTime() < day) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
};
