import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';

export interface Allowance {
  readonly allowed: boolean;
  /** Seconds after which asking again makes sense; 0 when allowed. */
  readonly retryAfter: number;
}

/**
 * Takes one token of a bucket that holds `perMinute` tokens and refills evenly, shared by all processes on the
 * database: one atomic statement, in no transaction of the caller's, so a refused act has still been counted.
 * Who is refused costs the bucket nothing and the database no write.
 */
export const takeToken = async (db: Db, key: string, perMinute: number, now: Date): Promise<Allowance> => {
  const refilled = sql`least(${perMinute}::float8, b.tokens
    + greatest(0, extract(epoch from ${now}::timestamptz - b.at)) * ${perMinute / 60}::float8)`;
  const { rows } = await sql`
    insert into rate_bucket as b (key, tokens, at) values (${key}, ${perMinute - 1}, ${now})
    on conflict (key) do update set tokens = ${refilled} - 1, at = greatest(b.at, ${now}::timestamptz)
    where ${refilled} >= 1
    returning 1`.execute(db);
  return rows.length > 0
    ? { allowed: true, retryAfter: 0 }
    : { allowed: false, retryAfter: Math.max(1, Math.ceil(60 / perMinute)) };
};
