import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import { type EventRecord, eventColumns } from './canonical-event.ts';
import type { ChainLink } from './verify-links.ts';

/** Rows held in memory at a time, twice: the next batch is fetched while this one is worked on. */
const batchSize = 5_000;

interface LinkRow extends EventRecord {
  readonly link_position: number;
  readonly link_event_id: number;
  readonly link_algorithm: string;
  readonly link_hash: Buffer;
}

const readBatch = async (db: Db, after: number, upTo: number): Promise<readonly ChainLink[]> => {
  const { rows } = await sql<LinkRow>`
    select l.position as link_position, l.event_id as link_event_id, l.algorithm as link_algorithm,
      l.hash as link_hash, ${eventColumns}
    from event_link l left join event e on e.id = l.event_id
    where l.position > ${after} and l.position <= ${upTo}
    order by l.position limit ${batchSize}`.execute(db);
  return rows.map(({ link_position, link_event_id, link_algorithm, link_hash, ...event }) => ({
    position: link_position,
    eventId: link_event_id,
    algorithm: link_algorithm,
    hash: link_hash,
    event: event.id === null ? null : event,
  }));
};

/** The links after a position up to another, in order, with their events, a batch at a time. */
export async function* readLinkBatches(
  db: Db,
  after: number,
  upTo: number,
): AsyncGenerator<readonly ChainLink[]> {
  let coming = readBatch(db, after, upTo);
  for (;;) {
    const links = await coming;
    const last = links.at(-1);
    if (!last) return;
    const isLast = links.length < batchSize || last.position >= upTo;
    if (!isLast) {
      coming = readBatch(db, last.position, upTo);
      // Whoever stops reading here doesn't wait for it; its failure then harms nobody.
      coming.catch(() => {});
    }
    yield links;
    if (isLast) return;
  }
}

/** Ids looked through at a time. */
const window = 1_000_000;

/**
 * The first event that stands in the table without a link although its time is past: every transaction before
 * `sealedBefore` was linked, and transactions that haven't begun can't have written anything.
 */
export const findUnlinkedEvent = async (db: Db, sealedBefore: string): Promise<EventRecord | null> => {
  const { rows: ends } = await sql<{ first: number | null; last: number | null }>`
    select min(id) as first, max(id) as last from event`.execute(db);
  const { first, last } = ends[0]!;
  if (first === null || last === null) return null;
  for (let from = first; from <= last; from += window) {
    const { rows } = await sql<EventRecord>`
      select ${eventColumns} from event e
      left join event_link l on l.event_id = e.id and l.event_id >= ${from} and l.event_id < ${from + window}
      where e.id >= ${from} and e.id < ${from + window} and l.event_id is null
        and (e.xid < ${sealedBefore}::xid8 or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      order by e.id limit 1`.execute(db);
    if (rows[0]) return rows[0];
  }
  return null;
};
