import { sql } from 'kysely';
import type { Spine } from './platform/spine.ts';

/** Rows of every table of every schema of the program's, as text; binary columns as their bytes read as text too. */
export const everythingKept = async (
  spine: Spine,
): Promise<readonly { readonly table: string; readonly text: string }[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`.execute(
    spine.db,
  );
  const all: { table: string; text: string }[] = [];
  for (const { name } of tables) {
    const { rows } = await spine.database.pool.query(`select * from ${name}`);
    for (const row of rows)
      for (const value of Object.values(row as Record<string, unknown>)) {
        if (value === null) continue;
        const text =
          value instanceof Buffer
            ? `${value.toString('utf8')}\n${value.toString('latin1')}`
            : typeof value === 'string'
              ? value
              : JSON.stringify(value);
        all.push({ table: name, text });
      }
  }
  return all;
};
