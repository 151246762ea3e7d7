import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { type Selectable, sql } from 'kysely';
import { newId } from '../database/new-id.ts';
import type { Db } from '../database/open-database.ts';
import type { FileTable } from '../database/tables.ts';
import { Refusal } from '../refusal.ts';
import type { Cipher } from '../secret/cipher.ts';
import type { Files, NewFile, ReceivedFile, StoredFile } from '../spine.ts';
import { BytesLost, keyOf } from './byte-store.ts';
import { type FileStoreOptions, receiveFile } from './receive-file.ts';
import { openSealed } from './seal-bytes.ts';

const namePlace = 'file.name';

/** Held by whoever writes a row for these bytes (shared), and by the sweep that would take them away. */
export const bytesLock = (sha256: string) => sql`hashtextextended(${`file ${sha256}`}, 0)`;

/** A file's row as use cases see it, for queries that join it with rows of their own. */
export const presentStored = (
  row: Pick<Selectable<FileTable>, 'id' | 'sha256' | 'size' | 'media_type' | 'name'>,
  cipher: Cipher,
): StoredFile => ({
  id: row.id,
  sha256: row.sha256.toString('hex'),
  size: row.size,
  mediaType: row.media_type,
  name: cipher.decrypt(row.name, namePlace),
});

/** Passes bytes on and fails at their end where they aren't those that were handed in. */
async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  sha256: Buffer,
  size: number,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let passed = 0;
  let held: Uint8Array | undefined;
  for await (const chunk of bytes) {
    if (held) yield held;
    hash.update(chunk);
    passed += chunk.length;
    // The last piece is held back until the whole is known to be right: a reader never takes it for complete.
    held = chunk;
  }
  if (passed !== size || !hash.digest().equals(sha256))
    throw new BytesLost('文件的内容与保存时不一致，可能被改动或损坏。请联系系统管理员从备份恢复。');
  if (held) yield held;
}

/** The files of the system, over a store of bytes and the table `file`. */
export const openFiles = async (options: FileStoreOptions): Promise<Files> => {
  const { store, cipher, temporaryFolder } = options;
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });

  const rowOf = (db: Db, id: string): Promise<Selectable<FileTable> | undefined> =>
    db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();

  const openRow = async (db: Db, id: string) => {
    const row = await rowOf(db, id);
    if (!row) throw new Refusal('not_found', 'FILE_NOT_FOUND', '没有这个文件，可能已被删除。请刷新后重试。');
    const stored = await store.open(keyOf(row.sha256.toString('hex'), row.is_encrypted));
    const bytes = row.is_encrypted ? openSealed(stored, cipher) : stored;
    return { row, bytes: checked(bytes, row.sha256, row.size) };
  };

  const place = async (db: Db, file: ReceivedFile): Promise<StoredFile> => {
    await sql`select pg_advisory_xact_lock_shared(${bytesLock(file.sha256)})`.execute(db);
    if (!(await store.has(keyOf(file.sha256, file.encrypted)))) throw new BytesLost();
    const id = newId();
    const { sha256, size, mediaType, name } = file;
    await db
      .insertInto('file')
      .values({
        id,
        agency_id: file.agencyId,
        sha256: Buffer.from(sha256, 'hex'),
        size,
        media_type: mediaType,
        name: cipher.encrypt(name, namePlace),
        is_encrypted: file.encrypted,
      })
      .execute();
    return { id, sha256, size, mediaType, name };
  };

  const receive = (file: NewFile): Promise<ReceivedFile> => receiveFile(options, file);

  return {
    receive,
    keep: async (db, file) => place(db, 'bytes' in file ? await receive(file) : file),
    describe: async (db, id) => {
      const row = await rowOf(db, id);
      return row && presentStored(row, cipher);
    },
    read: async (db, id) => {
      const { row, bytes } = await openRow(db, id);
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      return Buffer.concat(chunks, row.size);
    },
    open: async (db, id) => (await openRow(db, id)).bytes,
  };
};
