import type { AgencyEntry, PublicAgency } from '@gongkai/contract';
import { type SqlBool, sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { PageOf, Slice } from '../platform/database/page-of.ts';
import { agenciesAbove } from './permit.ts';
import { presentEntry, presentPublic, rootAgencyId } from './queries.ts';

/** An open agency with the open ones around it. */
export interface PublicAgencyWithNeighbours {
  readonly agency: PublicAgency;
  /** From the topmost down to the one above. */
  readonly above: readonly AgencyEntry[];
  readonly below: readonly PublicAgency[];
}

const pinyin = sql`name collate "zh-x-icu"`;

/** An open agency with those above it and the open ones directly below; null where it isn't there or was closed. */
export const publicAgency = async (db: Db, id: string): Promise<PublicAgencyWithNeighbours | null> => {
  const aboveIds = await agenciesAbove(db, id);
  const near = await db
    .selectFrom('agency')
    .selectAll()
    .where('closed_on', 'is', null)
    .where((e) => e.or([e('id', 'in', [id, ...aboveIds]), e('parent_id', '=', id)]))
    .orderBy('sort')
    .orderBy(pinyin)
    .execute();
  const agency = near.find((row) => row.id === id);
  if (!agency) return null;
  return {
    agency: presentPublic(agency),
    above: aboveIds.toReversed().flatMap((above) => near.filter((row) => row.id === above).map(presentEntry)),
    below: near.filter((row) => row.parent_id === id).map(presentPublic),
  };
};

/** The government whose portal it is; null before the system is set up. */
export const publicRoot = async (db: Db): Promise<PublicAgencyWithNeighbours | null> => {
  const id = await rootAgencyId(db);
  return id === null ? null : publicAgency(db, id);
};

const escaped = (text: string): string => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');

/** Open agencies whose name, or short name, has each of the regular expressions. */
const findByPatterns = async (
  db: Db,
  patterns: readonly string[],
  { skip, size }: Slice,
): Promise<PageOf<PublicAgency>> => {
  const found = db
    .selectFrom('agency')
    .where('closed_on', 'is', null)
    .where(sql<SqlBool>`(name || ' ' || short_name) ~* all (${patterns})`);
  const rows = await found
    .selectAll()
    // “民政” stands in every 人民政府: those in whose names it stands elsewhere come first.
    .orderBy(sql`replace(name || ' ' || short_name, '人民政府', '') ~* all (${patterns}) desc`)
    .orderBy(sql`parent_id is not null`)
    .orderBy('sort')
    .orderBy(pinyin)
    .limit(size)
    .offset(skip)
    .execute();
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { entries: rows.map(presentPublic), total };
};

/**
 * Open agencies whose name holds each of the words, parted by blanks, as it is written; where none does, those whose
 * name has the characters of each word in their order: people say 住建 and 人社.
 */
export const findPublicAgencies = async (
  db: Db,
  words: string,
  slice: Slice,
): Promise<PageOf<PublicAgency>> => {
  const parts = words.split(' ').filter(Boolean).slice(0, 8);
  const written = await findByPatterns(db, parts.map(escaped), slice);
  if (written.total > 0) return written;
  return findByPatterns(
    db,
    parts.map((part) => [...part].map(escaped).join('[^ ]*')),
    slice,
  );
};

/** Ids of open agencies in their own order, after the one given. */
export const publicAgencyIds = async (
  db: Db,
  after: string | null,
  size: number,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('agency')
    .select('id')
    .where('closed_on', 'is', null)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(size)
    .execute();
  return rows.map(({ id }) => id);
};
