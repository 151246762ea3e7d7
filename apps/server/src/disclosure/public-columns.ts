import { type ColumnBlock, columnBlocks } from '@gongkai/contract';
import { article20, article21, citeShort } from '@gongkai/statute';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { PageOf, Slice } from '../platform/database/page-of.ts';
import './tables.ts';

/** An open column (栏目) of an open agency, as everybody may see it. */
export interface PublicColumn {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly parentId: string | null;
  readonly block: ColumnBlock;
  readonly category: string | null;
  readonly name: string;
  readonly description: string;
  /** Something new has to appear within so many days; null: no such rule. */
  readonly updateDays: number | null;
}

/** A column, those above it (the topmost first) and those directly below. */
export interface PublicColumnWithNeighbours {
  readonly column: PublicColumn;
  readonly above: readonly PublicColumn[];
  readonly below: readonly PublicColumn[];
}

/** A category of 条例第二十条 or 第二十一条. */
export interface PublicCategory {
  readonly id: string;
  readonly name: string;
  /** The regulation's own words. */
  readonly text: string;
  /** 条例第二十条第（七）项. */
  readonly article: string;
  /** 20: every agency; 21: besides, cities and counties or townships. */
  readonly group: 'article20' | 'article21' | 'article21Township';
  /** Some agency keeps a column of it. */
  readonly isKept: boolean;
}

const fields = sql`c.id, c.agency_id as "agencyId", a.name as "agencyName", c.parent_id as "parentId", c.block,
  c.category, c.name, c.description, c.update_days as "updateDays"`;
const open = sql`disclosure_column c join agency a on a.id = c.agency_id
  where c.closed_at is null and a.closed_on is null`;
const blockOrder = sql`array_position(${Object.keys(columnBlocks)}::text[], c.block)`;
/** The topmost government first, then agencies as their own order says. */
const agencyOrder = sql`a.parent_id nulls first, a.sort, a.name collate "zh-x-icu", a.id`;

/** An agency's open columns, block by block in the order of its catalogue, those below another right after it. */
export const publicColumnsOfAgency = async (db: Db, agencyId: string): Promise<readonly PublicColumn[]> => {
  const { rows } = await sql<PublicColumn>`
    with recursive tree as (
      select c.id, array[(${blockOrder}, c.sort, c.name, c.id)] as place from ${open}
        and c.agency_id = ${agencyId} and c.parent_id is null
      union all
      select c.id, tree.place || (${blockOrder}, c.sort, c.name, c.id)
      from disclosure_column c join tree on c.parent_id = tree.id
      where c.closed_at is null and cardinality(tree.place) < 10
    )
    select ${fields} from tree join disclosure_column c using (id) join agency a on a.id = c.agency_id
    order by tree.place`.execute(db);
  return rows;
};

/** A column with its neighbours; null where it isn't there or isn't open. */
export const publicColumn = async (db: Db, id: string): Promise<PublicColumnWithNeighbours | null> => {
  const { rows } = await sql<PublicColumn & { readonly depth: number }>`
    with recursive up as (
      select id, parent_id, 0 as depth from disclosure_column where id = ${id}
      union all
      select p.id, p.parent_id, up.depth - 1 from disclosure_column p join up on p.id = up.parent_id
      where up.depth > -10
    ), near as (
      select id, depth from up
      union all
      select id, 1 from disclosure_column where parent_id = ${id}
    )
    select ${fields}, n.depth from near n, ${open} and c.id = n.id
    order by n.depth, c.sort, c.name`.execute(db);
  const column = rows.find(({ depth }) => depth === 0);
  if (!column) return null;
  return {
    column,
    above: rows.filter(({ depth }) => depth < 0),
    below: rows.filter(({ depth }) => depth > 0),
  };
};

const page = async (
  db: Db,
  condition: RawBuilder<unknown>,
  { skip, size }: Slice,
): Promise<PageOf<PublicColumn>> => {
  // Counted apart: counting while sorting would hold every row with all it says, for thirty that are shown.
  const { rows: counts } = await sql<{ readonly total: number }>`
    select count(*) as total from ${open} and ${condition}`.execute(db);
  const { rows } = await sql<PublicColumn>`
    select ${fields} from ${open} and ${condition}
    order by ${agencyOrder}, ${blockOrder}, c.sort, c.name
    limit ${size} offset ${skip}`.execute(db);
  return { entries: rows, total: counts[0]?.total ?? 0 };
};

/** The columns of a statutory block over all agencies; those of one agency stand together. */
export const publicColumnsOfBlock = (
  db: Db,
  block: ColumnBlock,
  slice: Slice,
): Promise<PageOf<PublicColumn>> => page(db, sql`c.block = ${block}`, slice);

/** Where the agencies publish what belongs to a category of 条例第二十条 or 第二十一条. */
export const publicColumnsOfCategory = (
  db: Db,
  category: string,
  slice: Slice,
): Promise<PageOf<PublicColumn>> => page(db, sql`c.category = ${category}`, slice);

/** Words that a search takes; more say nothing more. */
const mostWords = 8;

/**
 * Columns that hold each of the words, parted by blanks, as it is written: in their name or description, or in
 * their agency's name; the agency's name alone finds the agency, not all that it keeps.
 */
export const findPublicColumns = (db: Db, words: string, slice: Slice): Promise<PageOf<PublicColumn>> => {
  const patterns = words
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  const own = sql`c.name || ' ' || c.description`;
  return page(
    db,
    sql`(${own} || ' ' || a.name) ilike all (${patterns}) and (${own}) ilike any (${patterns})`,
    slice,
  );
};

/** Ids of open columns in their own order, after the one given. */
export const publicColumnIds = async (
  db: Db,
  after: string | null,
  size: number,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ readonly id: string }>`
    select c.id from ${open} and (${after}::uuid is null or c.id > ${after}::uuid) order by c.id limit ${size}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

/** The categories of 条例第二十条 and 第二十一条 in their order, and whether there is an open column for each. */
export const publicCategories = async (db: Db): Promise<readonly PublicCategory[]> => {
  const ids = [...article20, ...article21].map(({ id }) => id);
  const { rows } = await sql<{ readonly id: string }>`
    select wanted.id from unnest(${ids}::text[]) as wanted (id),
      lateral (select from ${open} and c.category = wanted.id limit 1) found`.execute(db);
  const kept: ReadonlySet<string> = new Set(rows.map(({ id }) => id));
  return [
    ...article20.map(
      ({ id, name, text, item }): PublicCategory => ({
        id,
        name,
        text,
        article: citeShort({ instrument: 'regulation', article: 20, item }),
        group: 'article20',
        isKept: kept.has(id),
      }),
    ),
    ...article21.map(
      ({ id, name, level }): PublicCategory => ({
        id,
        name,
        text: name,
        article: citeShort({ instrument: 'regulation', article: 21 }),
        group: level === 'township' ? 'article21Township' : 'article21',
        isKept: kept.has(id),
      }),
    ),
  ];
};
