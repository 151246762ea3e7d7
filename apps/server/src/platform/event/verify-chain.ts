import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import type { ChainAlgorithm } from './link-hash.ts';
import { findUnlinkedEvent, readLinkBatches } from './read-chain.ts';
import { type ChainHead, readChainHead, sealEvents } from './seal-events.ts';
import {
  type BrokenLink,
  broken,
  type ChainLink,
  type ChainPlace,
  checkBeginning,
  checkEnd,
  checkNoted,
  verifyLinks,
} from './verify-links.ts';

export interface ChainVerification {
  /** Nothing wrong was found so far. */
  readonly ok: boolean;
  /** The whole chain was gone through, or a fault ended it. */
  readonly done: boolean;
  /** Links that were recomputed, by this call. */
  readonly links: number;
  /** The first position the chain has (after what retention removed), and the last that was verified. */
  readonly from: number;
  readonly to: number;
  readonly head: ChainPlace;
  readonly broken: BrokenLink | null;
}

export interface VerifyOptions {
  readonly algorithm: ChainAlgorithm;
  /** A head noted earlier, elsewhere: finds a chain that was cut off or written anew as a whole. */
  readonly noted?: ChainPlace;
  /** Goes on after this position, which an earlier call verified. */
  readonly after?: number;
  /** At most so many links in this call; all of them otherwise. */
  readonly most?: number;
}

async function* oneByOne(batches: AsyncIterable<readonly ChainLink[]>): AsyncGenerator<ChainLink> {
  for await (const batch of batches) yield* batch;
}

const unlinkedFault = async (db: Db, head: ChainHead): Promise<BrokenLink | null> => {
  const event = await findUnlinkedEvent(db, head.sealed_before);
  return (
    event &&
    broken('event_unlinked', `事件 ${event.id} 没有上链：它是事后插入的，或它的一环被删除了。`, null, event)
  );
};

const lastPrunedPlace = async (db: Db): Promise<ChainPlace | null> => {
  const { rows } = await sql<{ position: number; hash: string }>`
    select (data->>'position')::bigint as position, data->>'hash' as hash from event
    where kind = 'events_pruned' order by id desc limit 1`.execute(db);
  return rows[0] ? { position: rows[0].position, hash: Buffer.from(rows[0].hash, 'hex') } : null;
};

const startOf = async (db: Db, head: ChainHead, after: number | undefined): Promise<ChainPlace | null> => {
  if (after === undefined || after <= head.pruned_position)
    return { position: head.pruned_position, hash: head.pruned_hash };
  const link = await db
    .selectFrom('event_link')
    .select('hash')
    .where('position', '=', after)
    .executeTakeFirst();
  return link ? { position: after, hash: link.hash } : null;
};

/**
 * Seals, then recomputes the chain from the database and compares: every link with its event, the end with the
 * head, the beginning with the record of retention, and the events with their links. Bounded memory.
 */
export const verifyChain = async (db: Db, options: VerifyOptions): Promise<ChainVerification> => {
  await sealEvents(db, options.algorithm);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const chainHead = await readChainHead(trx);
      const head: ChainPlace = { position: chainHead.position, hash: chainHead.hash };
      const from = chainHead.pruned_position + 1;
      const start = await startOf(trx, chainHead, options.after);
      if (!start) {
        const fault = broken('link_missing', `校验链缺少第 ${options.after} 环。`, options.after);
        return { ok: false, done: true, links: 0, from, to: chainHead.pruned_position, head, broken: fault };
      }
      const upTo = options.most === undefined ? Number.MAX_SAFE_INTEGER : start.position + options.most;
      const verified = await verifyLinks(oneByOne(readLinkBatches(trx, start.position, upTo)), start, {
        head,
        ...(options.noted && { noted: options.noted }),
      });
      const { end, links } = verified;
      const isLast = end.position < upTo;
      const fault =
        verified.broken ??
        (isLast
          ? (checkEnd(end, head) ??
            checkNoted(end, options.noted) ??
            checkBeginning(
              { position: chainHead.pruned_position, hash: chainHead.pruned_hash },
              await lastPrunedPlace(trx),
            ) ??
            (await unlinkedFault(trx, chainHead)))
          : null);
      return {
        ok: fault === null,
        done: fault !== null || isLast,
        links,
        from,
        to: end.position,
        head,
        broken: fault,
      };
    });
};
