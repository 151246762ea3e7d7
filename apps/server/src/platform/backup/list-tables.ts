import type pg from 'pg';

export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * The tables of a backup, those that others refer to first. Left out: the record of migrations (restoring runs
 * them), unlogged tables (lost at a crash anyway), generated columns and transaction ids (of that cluster alone).
 */
export const listTables = async (client: pg.ClientBase): Promise<readonly BackedUpTable[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    where c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'migration'
    group by c.relname order by c.relname`);
  const references = await client.query<{ child: string; parent: string }>(`
    select distinct k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent
    from pg_constraint k where k.contype = 'f' and k.conrelid <> k.confrelid`);
  const placed: BackedUpTable[] = [];
  const done = new Set<string>();
  const place = (table: BackedUpTable, from: readonly string[]): void => {
    if (done.has(table.name) || from.includes(table.name)) return;
    for (const { child, parent } of references.rows) {
      const target = child === table.name ? rows.find(({ name }) => name === parent) : undefined;
      if (target) place(target, [...from, table.name]);
    }
    done.add(table.name);
    placed.push(table);
  };
  for (const table of rows) place(table, []);
  return placed;
};
