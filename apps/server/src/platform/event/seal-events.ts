import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import { type EventRecord, eventColumns } from './canonical-event.ts';
import { type ChainAlgorithm, linkHash } from './link-hash.ts';

/** Held by whoever moves an end of the chain: the sealer at its head, retention at its beginning. */
const chainLock = 7_310_027;

/** So many events a transaction: what a crash in the middle makes to be done again. */
const batchSize = 2_000;

export interface ChainHead {
  readonly position: number;
  readonly hash: Buffer;
  readonly sealed_before: string;
  readonly pruned_position: number;
  readonly pruned_hash: Buffer;
}

export const readChainHead = async (db: Db): Promise<ChainHead> =>
  db.selectFrom('event_chain_head').selectAll().executeTakeFirstOrThrow();

/** Waits until nobody else moves the chain, for the rest of the transaction; false at once where `wait` is off. */
export const lockChain = async (db: Db, wait = true): Promise<boolean> => {
  if (wait) {
    await sql`select pg_advisory_xact_lock(${chainLock})`.execute(db);
    return true;
  }
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(${chainLock}) as locked`.execute(db);
  return rows[0]?.locked === true;
};

/**
 * The events that aren't linked yet and whose order is settled: of transactions that ended before every
 * transaction still running. A transaction that ends later has a higher xid, so nothing can come before them.
 * A batch may end inside a transaction's events; then `sealed_before` is that transaction and the next batch goes
 * on after the last linked event of it.
 */
const settledEvents = async (
  db: Db,
  head: ChainHead,
): Promise<{ readonly events: readonly EventRecord[]; readonly horizon: string }> => {
  // One statement, so that the horizon and the events come from one snapshot.
  const { rows } = await sql<EventRecord & { readonly horizon: string; readonly id: number | null }>`
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xid),
    last as (
      select e.id from event_link l join event e on e.id = l.event_id
      where l.position = ${head.position} and e.xid = ${head.sealed_before}::xid8
    )
    select horizon.xid::text as horizon, settled.* from horizon left join lateral (
      select ${eventColumns} from event e
      where (e.xid, e.id) > (${head.sealed_before}::xid8, coalesce((select id from last), 0)) and e.xid < horizon.xid
      order by e.xid, e.id limit ${batchSize}
    ) settled on true
    order by settled.xid::xid8, settled.id`.execute(db);
  return {
    horizon: rows[0]!.horizon,
    events: rows.filter((row) => row.id !== null).map(({ horizon: _, ...event }) => event),
  };
};

const sealBatch = (db: Db, algorithm: ChainAlgorithm, wait: boolean): Promise<number> =>
  db.transaction().execute(async (trx) => {
    if (!(await lockChain(trx, wait))) return 0;
    const head = await readChainHead(trx);
    const { events, horizon } = await settledEvents(trx, head);
    const isFull = events.length === batchSize;
    // Idle, nothing is written at all; the next events come after this horizon all the same.
    if (events.length === 0) return 0;
    let hash = head.hash;
    const hashes: Buffer[] = [];
    for (const event of events) {
      hash = linkHash(algorithm, hash, event);
      hashes.push(hash);
    }
    await sql`
      insert into event_link (position, event_id, algorithm, hash)
      select ${head.position} + n, event_id, ${algorithm}, hash
      from unnest(${events.map(({ id }) => id)}::bigint[], ${hashes}::bytea[])
        with ordinality as sealed (event_id, hash, n)`.execute(trx);
    await trx
      .updateTable('event_chain_head')
      .set({
        position: head.position + events.length,
        hash,
        sealed_before: isFull ? events.at(-1)!.xid : horizon,
      })
      .execute();
    return events.length;
  });

/**
 * Links the events whose order is settled, in the order of their transactions, and returns how many. Whatever is
 * written meanwhile comes with the next sealing; a transaction that runs long holds back what came after it.
 * Several programs may seal at once: without `wait` all but one return at once.
 */
export const sealEvents = async (
  db: Db,
  algorithm: ChainAlgorithm,
  options: { readonly wait?: boolean } = {},
): Promise<number> => {
  let sealed = 0;
  for (;;) {
    const count = await sealBatch(db, algorithm, options.wait ?? true);
    sealed += count;
    if (count < batchSize) return sealed;
  }
};

/**
 * After events were copied into another cluster, whose transactions count anew: links what came without a link
 * and lets the chain go on from this cluster's count. To be called in the transaction that restores, or after it,
 * before anything else writes.
 */
export const resumeChainAfterRestore = async (db: Db, algorithm: ChainAlgorithm): Promise<void> => {
  await lockChain(db);
  const head = await readChainHead(db);
  const { rows: events } = await sql<EventRecord>`
    select ${eventColumns} from event e left join event_link l on l.event_id = e.id
    where l.event_id is null order by e.xid, e.id`.execute(db);
  let { hash, position } = head;
  for (const event of events) {
    hash = linkHash(algorithm, hash, event);
    position += 1;
    await db.insertInto('event_link').values({ position, event_id: event.id, algorithm, hash }).execute();
  }
  await db
    .updateTable('event_chain_head')
    .set({ position, hash, sealed_before: sql<string>`pg_current_xact_id()` })
    .execute();
};
