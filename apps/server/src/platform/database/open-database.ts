import { type Kysely, Kysely as KyselyDatabase, PostgresDialect } from 'kysely';
import pg from 'pg';
import { log } from '../log.ts';
import { createLine, type Line } from './line.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export interface Database {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
}

const { builtins } = pg.types;

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 out of range: ${text}`);
  return value;
};

/** Set once: date → 'YYYY-MM-DD' (a civil date has no time zone), int8 → number in the safe range, numeric → string. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') => {
    if (format !== 'text') return pg.types.getTypeParser(oid, format as never);
    if (oid === builtins.DATE || oid === builtins.NUMERIC) return (text: string) => text;
    if (oid === builtins.INT8) return safeInteger;
    return pg.types.getTypeParser(oid, 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** How long one statement, a wait for a lock, and a transaction that does nothing may last. */
const patience = '-c statement_timeout=60s -c lock_timeout=20s -c idle_in_transaction_session_timeout=60s';

export interface Connection {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

/** Milliseconds that somebody waits for a turn to write: an answer comes before a proxy gives up after a minute. */
const turnPatience = 45_000;

const lines = new WeakMap<Db, Line>();

/**
 * Does a transaction that writes when its turn has come. At most half of the connections write at a time, the others
 * stand in line before they take one: hundreds who send at once are all served, and whoever only reads doesn't wait
 * for them. Throws `LineTooLong`.
 */
export const transact = <T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> => {
  const run = () => db.transaction().execute(work);
  return lines.get(db)?.wait(run) ?? run();
};

/** How many stand in line to write. */
export const waitingToWrite = (db: Db): number => lines.get(db)?.waiting() ?? 0;

/** Opens a pool of connections. Nothing is connected until the first query. */
export const openDatabase = (connection: Connection, size = 16): Database => {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    types,
    options: `${patience} -c timezone=Asia/Shanghai`,
    application_name: 'gongkai',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // An idle connection that ends (the database restarted) is replaced at the next query.
  pool.on('error', (error) => {
    if (!pool.ending) log('database connection lost', { code: (error as { code?: string }).code ?? '' });
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new KyselyDatabase<Tables>({ dialect: new PostgresDialect({ pool }) });
  lines.set(db, createLine(Math.ceil(size / 2), turnPatience));
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely ends only a pool that it has used itself.
    if (!pool.ended) await pool.end();
  };
  return { db, pool, close };
};
