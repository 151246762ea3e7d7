import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';

export interface Allowance {
  readonly allowed: boolean;
  /** Seconds after which asking again makes sense; 0 when allowed. */
  readonly retryAfter: number;
}

/**
 * Takes a token, or `cost` of them, of a bucket that holds `most` (a minute's, unless told) and refills evenly by
 * `perMinute`, shared by all processes on the database: one atomic statement, in no transaction of the caller's, so a
 * refused act has still been counted. Who is refused costs the bucket nothing and the database no write.
 *
 * @param cost at most `most`; parts of a token count
 */
export const takeToken = async (
  db: Db,
  key: string,
  perMinute: number,
  now: Date,
  { cost = 1, most = perMinute }: { readonly cost?: number; readonly most?: number } = {},
): Promise<Allowance> => {
  const refilled = sql`least(${most}::float8, b.tokens
    + greatest(0, extract(epoch from ${now}::timestamptz - b.at)) * ${perMinute / 60}::float8)`;
  const { rows } = await sql`
    insert into rate_bucket as b (key, tokens, at) values (${key}, ${most - cost}::float8, ${now})
    on conflict (key) do update set tokens = ${refilled} - ${cost}::float8, at = greatest(b.at, ${now}::timestamptz)
    where ${refilled} >= ${cost}::float8
    returning 1`.execute(db);
  return rows.length > 0
    ? { allowed: true, retryAfter: 0 }
    : { allowed: false, retryAfter: Math.max(1, Math.ceil((60 * cost) / perMinute)) };
};
