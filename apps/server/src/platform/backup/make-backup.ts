import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack as createPack, type Pack } from 'tar-stream';
import { selectWaitingJobs, waitingJobTable } from '../job/waiting-jobs.ts';
import { BackupError } from './backup-error.ts';
import { backupFormat, type End, type Manifest } from './backup-format.ts';
import { listTables } from './list-tables.ts';
import type { StoredBytes } from './stored-bytes.ts';

/** How much of a table goes into one entry, in bytes: what is held in memory at a time. */
const piece = 8 * 1024 * 1024;

export interface BackupOptions {
  readonly pool: pg.Pool;
  readonly bytes: StoredBytes;
  readonly keyFingerprint: string;
  readonly path: string;
  readonly now: Date;
  readonly onProgress?: (message: string) => void;
}

export interface BackupResult {
  readonly rows: number;
  readonly files: number;
}

const addEntry = (pack: Pack, name: string, content: Uint8Array | string): Promise<void> =>
  new Promise((resolve, reject) => {
    pack.entry({ name, mode: 0o600 }, Buffer.from(content as string), (error) =>
      error ? reject(error) : resolve(),
    );
  });

const addTable = async (
  client: pg.PoolClient,
  pack: Pack,
  folder: string,
  table: { readonly name: string; readonly columns: readonly string[] },
): Promise<{ readonly rows: number; readonly hash: string }> => {
  // Names come from the catalogue and match [a-z_]+ (list-tables); COPY takes no parameters.
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const source =
    table.name === waitingJobTable
      ? `(${await selectWaitingJobs(client, table.columns)})`
      : `"${table.name}" (${columns})`;
  const stream = client.query(copyTo(`copy ${source} to stdout`));
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let size = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    await addEntry(pack, `${folder}/${String(count).padStart(6, '0')}.copy`, Buffer.concat(waiting));
    count += 1;
    waiting = [];
    size = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    waiting.push(chunk);
    size += chunk.length;
    if (size >= piece) await flush();
  }
  await flush();
  return { rows: stream.rowCount, hash: hash.digest('hex') };
};

const addFile = async (
  pack: Pack,
  bytes: StoredBytes,
  file: { readonly sha256: string; readonly is_encrypted: boolean },
): Promise<void> => {
  const parts: Buffer[] = [];
  for await (const chunk of await bytes.open(file.sha256, file.is_encrypted)) parts.push(chunk as Buffer);
  await addEntry(pack, `files/${file.sha256}${file.is_encrypted ? '.enc' : ''}`, Buffer.concat(parts));
};

const fill = async (client: pg.PoolClient, pack: Pack, options: BackupOptions): Promise<BackupResult> => {
  const migrations = await client.query<{ name: string; hash: string }>(
    'select name, hash from migration order by name',
  );
  const tables = await listTables(client);
  const manifest: Manifest = {
    format: backupFormat,
    madeAt: options.now.toISOString(),
    migrations: migrations.rows,
    keyFingerprint: options.keyFingerprint,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  };
  await addEntry(pack, 'manifest.json', JSON.stringify(manifest, null, 2));
  const end: End = { rows: {}, hashes: {}, files: 0 };
  for (const [index, table] of tables.entries()) {
    const folder = `tables/${String(index).padStart(2, '0')}-${table.name}`;
    const { rows, hash } = await addTable(client, pack, folder, table);
    end.rows[table.name] = rows;
    end.hashes[table.name] = hash;
    options.onProgress?.(`${table.name}：${rows} 行`);
  }
  const files = await client.query<{ sha256: string; is_encrypted: boolean }>(
    `select distinct encode(sha256, 'hex') as sha256, is_encrypted from file order by 1`,
  );
  for (const file of files.rows) await addFile(pack, options.bytes, file);
  await addEntry(pack, 'end.json', JSON.stringify({ ...end, files: files.rows.length }));
  return { rows: Object.values(end.rows).reduce((sum, count) => sum + count, 0), files: files.rows.length };
};

/**
 * Writes everything, the database as it stood at one instant and the files that it names, into one compressed file,
 * while the program goes on working. The file has its name only when it is whole and on the disk.
 * Throws `BackupError` where the file can't be written.
 */
export const makeBackup = async (options: BackupOptions): Promise<BackupResult> => {
  const draft = `${options.path}.part`;
  const out = createWriteStream(draft, { flags: 'w', mode: 0o600 });
  try {
    await once(out, 'open');
  } catch (error) {
    throw new BackupError(
      `不能写入备份文件 ${options.path}（${(error as NodeJS.ErrnoException).code}）。请换一个位置，或检查权限。`,
    );
  }
  const client = await options.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query("set local datestyle to 'ISO'");
    await client.query('set local extra_float_digits to 3');
    await client.query('set local statement_timeout to 0');
    await client.query('set local idle_in_transaction_session_timeout to 0');
    const pack = createPack();
    const compressed = pack.pipe(createGzip({ level: 6 }));
    const written = finished(compressed.pipe(out));
    compressed.on('error', (error) => out.destroy(error));
    pack.on('error', (error) => compressed.destroy(error));
    // Whatever fails first ends the other, or waiting for a full disk would last for ever.
    const filled = fill(client, pack, options).then((result) => {
      pack.finalize();
      return result;
    });
    filled.catch((error: Error) => pack.destroy(error));
    const [result] = await Promise.all([filled, written]);
    await client.query('commit');
    const file = await open(draft, 'r+');
    await file.sync();
    await file.close();
    await rename(draft, options.path);
    if (process.platform !== 'win32') {
      const folder = await open(dirname(options.path), 'r');
      await folder.sync();
      await folder.close();
    }
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    out.destroy();
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new BackupError(`磁盘已满，备份没有做成；没有留下残缺的文件。请换到空间足够的磁盘再做一次。`);
    throw error;
  }
};
