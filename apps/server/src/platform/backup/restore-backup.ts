import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract as createExtract } from 'tar-stream';
import { createMigrationTable, readMigrations } from '../database/migrate.ts';
import { BackupError } from './backup-error.ts';
import {
  type End,
  endSchema,
  fileEntry,
  type Manifest,
  manifestSchema,
  tableEntry,
} from './backup-format.ts';
import type { BackupResult } from './make-backup.ts';
import type { StoredBytes } from './stored-bytes.ts';

export interface RestoreOptions {
  readonly pool: pg.Pool;
  readonly bytes: StoredBytes;
  readonly keyFingerprint: string;
  readonly path: string;
  readonly onProgress?: (message: string) => void;
}

const damaged = (why: string): BackupError =>
  new BackupError(`备份文件不完整或已损坏（${why}），没有恢复任何内容。请换用另一份备份。`);

const readAll = async (entry: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of entry) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
};

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
};

const makeTables = async (client: pg.PoolClient, manifest: Manifest): Promise<void> => {
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
  await createMigrationTable(client);
  for (const { name, hash } of manifest.migrations) {
    const migration = known.get(name);
    if (!migration || migration.hash !== hash)
      throw new BackupError(
        `备份由更新版本或改动过的程序做成（${name}）。请用做备份的那个版本或更新的版本恢复。`,
      );
    await client.query(migration.sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
  }
  // What migrations put in themselves comes back from the backup.
  for (const { name } of [...manifest.tables].reverse()) await client.query(`delete from "${name}"`);
};

/** The text of one table, over all its entries, goes into one COPY: rows may refer to later rows of their own table. */
const openTable = (client: pg.PoolClient, table: Manifest['tables'][number]) => {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const stream = client.query(copyFrom(`copy "${table.name}" (${columns}) from stdin`));
  const hash = createHash('sha256');
  const ended = finished(stream);
  ended.catch(() => {});
  return {
    name: table.name,
    write: async (bytes: Buffer): Promise<void> => {
      hash.update(bytes);
      if (!stream.write(bytes))
        await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), ended]);
    },
    end: async (): Promise<{ readonly rows: number; readonly hash: string }> => {
      stream.end();
      await ended;
      return { rows: stream.rowCount, hash: hash.digest('hex') };
    },
  };
};

const continueIdentities = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where a.attidentity <> '' and c.relkind = 'r'`);
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence('"${table}"', '${column}'), coalesce((select max("${column}") from "${table}"), 0) + 1, false)`,
    );
};

const checkEnd = (
  end: End | null,
  got: Readonly<Record<string, { rows: number; hash: string }>>,
  files: number,
): void => {
  if (!end) throw damaged('没有结尾');
  for (const [name, rows] of Object.entries(end.rows))
    if (rows !== (got[name]?.rows ?? 0) || (rows > 0 && end.hashes[name] !== got[name]?.hash))
      throw damaged(`表 ${name} 不符`);
  if (end.files !== files) throw damaged('附件数目不符');
};

const restoreInto = async (client: pg.PoolClient, options: RestoreOptions): Promise<BackupResult> => {
  const source = createReadStream(options.path);
  const extract = createExtract();
  const unzipped = source.pipe(createGunzip());
  source.on('error', (error) => extract.destroy(error));
  unzipped.on('error', () => extract.destroy(damaged('无法解压')));
  unzipped.pipe(extract);

  let manifest: Manifest | null = null;
  let end: End | null = null;
  let table: ReturnType<typeof openTable> | null = null;
  let files = 0;
  const got: Record<string, { rows: number; hash: string }> = {};
  const endTable = async (): Promise<void> => {
    if (!table) return;
    got[table.name] = await table.end();
    options.onProgress?.(`${table.name}：${got[table.name]?.rows ?? 0} 行`);
    table = null;
  };

  const takeTable = async (name: string, bytes: Buffer): Promise<void> => {
    if (!manifest) throw damaged('没有开头');
    if (table?.name !== name) {
      await endTable();
      const described = manifest.tables.find((candidate) => candidate.name === name);
      if (!described || got[name]) throw damaged(`多出表 ${name}`);
      table = openTable(client, described);
    }
    await table.write(bytes);
  };

  for await (const entry of extract) {
    const { name } = entry.header;
    const content = await readAll(entry as AsyncIterable<Uint8Array>);
    const tableName = tableEntry.exec(name)?.[1];
    const file = fileEntry.exec(name);
    if (name === 'manifest.json') {
      const parsed = manifestSchema.safeParse(parseJson(content));
      if (!parsed.success)
        throw new BackupError('这不是本程序的备份文件，或由不兼容的版本做成。请核对文件。');
      manifest = parsed.data;
      if (manifest.keyFingerprint !== options.keyFingerprint)
        throw new BackupError(
          '备份里的个人信息是用另一个密钥加密的。请把做备份那台机器的密钥文件放好（或用 GONGKAI_KEY_FILE 指明），再恢复。',
        );
      if (
        manifest.tables.some(
          (one) => ![one.name, ...one.columns].every((word) => /^[a-z_][a-z0-9_]*$/.test(word)),
        )
      )
        throw damaged('表名不对');
      await makeTables(client, manifest);
    } else if (tableName) await takeTable(tableName, content);
    else if (file?.[1]) {
      await endTable();
      await options.bytes.put(file[1], file[2] !== undefined, Readable.from([content]));
      files += 1;
    } else if (name === 'end.json') {
      await endTable();
      const parsed = endSchema.safeParse(parseJson(content));
      if (!parsed.success) throw damaged('结尾不对');
      end = parsed.data;
    }
  }
  checkEnd(end, got, files);
  await continueIdentities(client);
  return { rows: Object.values(got).reduce((sum, { rows }) => sum + rows, 0), files };
};

const refuseUnlessEmpty = async (client: pg.PoolClient): Promise<void> => {
  const { rows } = await client.query(
    "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') limit 1",
  );
  if (rows.length > 0)
    throw new BackupError(
      '目标数据库不是空的。为了不覆盖已有的内容，只能恢复到空的数据库：请换一个新的数据文件夹，或新建一个数据库。',
    );
};

/**
 * Restores a backup into an empty database, whichever kind of PostgreSQL it is, and its files into the store. All or
 * nothing: what fails leaves the database empty. Throws `BackupError` with a message for people.
 */
export const restoreBackup = async (options: RestoreOptions): Promise<BackupResult> => {
  const client = await options.pool.connect();
  try {
    await client.query('begin');
    await refuseUnlessEmpty(client);
    await client.query("set local datestyle to 'ISO'");
    await client.query('set local statement_timeout to 0');
    await client.query('set local idle_in_transaction_session_timeout to 0');
    const result = await restoreInto(client, options);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    if (error instanceof BackupError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BackupError(`找不到备份文件 ${options.path}。`);
    if (code === 'EACCES') throw new BackupError(`没有权限读取备份文件 ${options.path}。`);
    if (error instanceof Error && /tar|header|Unexpected end/i.test(error.message))
      throw damaged('不是完整的备份');
    throw error;
  }
};
