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

type UnsealedEvent = EventRecord & { readonly xid: string };

interface Settled {
  readonly events: readonly UnsealedEvent[];
  /** Every transaction before this one has ended. */
  readonly horizon: string;
  readonly isFull: boolean;
}

/**
 * The events that aren't linked yet and whose order is settled: of transactions that ended before every
 * transaction still running. A transaction that ends later has a higher number, so nothing can come before them.
 *
 * Where the head's number lies ahead of all transactions, the rows were copied from another cluster, whose count
 * was higher: then everything that came without a link is settled.
 */
const settledEvents = async (db: Db, { sealed_before }: ChainHead): Promise<Settled> => {
  // One statement, so that the horizon and the events come from one snapshot.
  const { rows } = await sql<UnsealedEvent & { readonly horizon: string }>`
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xid),
    bounds as (
      select xid, case when xid < ${sealed_before}::xid8 then '0' else ${sealed_before}::xid8 end as low,
        case when xid < ${sealed_before}::xid8 then '18446744073709551615' else xid end as high
      from horizon
    )
    select bounds.xid::text as horizon, settled.* from bounds left join lateral (
      select ${eventColumns}, e.xid::text as xid from event e
      where e.xid >= bounds.low and e.xid < bounds.high
        and not exists (select from event_link l where l.event_id = e.id)
      order by e.xid, e.id limit ${batchSize}
    ) settled on true
    order by settled.xid::xid8, settled.id`.execute(db);
  const events = rows.filter(({ xid }) => xid !== null);
  return { horizon: rows[0]!.horizon, events, isFull: events.length === batchSize };
};

const sealBatch = (db: Db, algorithm: ChainAlgorithm, wait: boolean): Promise<number> =>
  db.transaction().execute(async (trx) => {
    if (!(await lockChain(trx, wait))) return 0;
    const head = await readChainHead(trx);
    const { events, horizon, isFull } = await settledEvents(trx, head);
    const isCopied = BigInt(head.sealed_before) > BigInt(horizon);
    // Idle, nothing is written at all; the next events come after this horizon all the same.
    if (events.length === 0 && !isCopied) return 0;
    let { hash } = head;
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
    const reached = isCopied ? head.sealed_before : events.at(-1)!.xid;
    await trx
      .updateTable('event_chain_head')
      .set({
        position: head.position + events.length,
        hash,
        sealed_before: isFull ? reached : horizon,
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
