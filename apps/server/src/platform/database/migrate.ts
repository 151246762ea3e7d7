import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

/** The database and this program don't fit together; the message says which is older and what to do. */
export class MigrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationError';
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

export const migrationFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url));

export const readMigrations = (folder: string = migrationFolder): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name: name.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') };
    });

export const createMigrationTable = async (client: pg.ClientBase): Promise<void> => {
  await client.query(
    'create table if not exists migration (name text primary key, hash text not null, ran_at timestamptz not null default now())',
  );
};

const anyFixedNumber = 7_310_026;

/**
 * Brings the database to this program's state: runs the migrations that are missing, each in a transaction of its
 * own, forward only. Two programs that start together wait for each other. Returns the names of those that ran.
 * Throws `MigrationError` where the database is newer than the program, or a migration that ran was changed since.
 */
export const migrate = async (pool: pg.Pool, folder?: string): Promise<readonly string[]> => {
  const migrations = readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [anyFixedNumber]);
    await createMigrationTable(client);
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
    const ran = new Map(rows.map(({ name, hash }) => [name, hash]));
    const known = new Set(migrations.map(({ name }) => name));
    const unknown = [...ran.keys()].find((name) => !known.has(name));
    if (unknown)
      throw new MigrationError(
        `数据库由更新版本的程序升级过（${unknown}），当前程序版本较旧，不能使用。请换用新版程序。`,
      );
    const changed = migrations.find(({ name, hash }) => ran.has(name) && ran.get(name) !== hash);
    if (changed)
      throw new MigrationError(
        `数据库结构文件 ${changed.name} 与建库时不一致，程序可能被改动过。请重新安装程序。`,
      );
    const fresh: string[] = [];
    for (const { name, sql, hash } of migrations) {
      if (ran.has(name)) continue;
      try {
        await client.query('begin');
        await client.query(sql);
        await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      fresh.push(name);
    }
    return fresh;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [anyFixedNumber]).catch(() => {});
    client.release();
  }
};
