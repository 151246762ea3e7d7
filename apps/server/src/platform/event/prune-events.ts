import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import { systemActor } from './event.ts';
import { recordEvents } from './record-events.ts';
import { lockChain, readChainHead } from './seal-events.ts';

/** Links removed in one transaction. */
const batchSize = 10_000;

/** 网络安全法（2016）第二十一条第三项：网络日志留存不少于六个月。 */
export const fewestAuditMonths = 6;

/** Whether a setting for keeping the log may stand: for ever (0), or at least the months the law asks for. */
export const isAuditMonths = (months: number): boolean =>
  Number.isInteger(months) && (months === 0 || (months >= fewestAuditMonths && months <= 1200));

const pruneBatch = (db: Db, keepMonths: number, now: Date): Promise<number> =>
  db.transaction().execute(async (trx) => {
    await lockChain(trx);
    const head = await readChainHead(trx);
    // Whole links from the oldest on, up to the first that is still to be kept; the head itself always stays.
    const { rows } = await sql<{ position: number; event_id: number; hash: Buffer; at: Date; old: boolean }>`
      select l.position, l.event_id, l.hash, e.at,
        e.at < ${now}::timestamptz - make_interval(months => ${keepMonths}) as old
      from event_link l join event e on e.id = l.event_id
      where l.position > ${head.pruned_position} and l.position < ${head.position}
      order by l.position limit ${batchSize}`.execute(trx);
    // A gap is somebody's doing: what lies behind it stays, so that verification goes on finding it.
    const firstKept = rows.findIndex(
      ({ old, position }, index) => !old || position !== head.pruned_position + 1 + index,
    );
    const pruned = firstKept < 0 ? rows : rows.slice(0, firstKept);
    const last = pruned.at(-1);
    if (!last) return 0;
    await sql`select set_config('gongkai.pruning', 'on', true)`.execute(trx);
    await trx.deleteFrom('event_link').where('position', '<=', last.position).execute();
    await sql`delete from event where id = any(${pruned.map(({ event_id }) => event_id)}::bigint[])`.execute(
      trx,
    );
    await sql`select set_config('gongkai.pruning', 'off', true)`.execute(trx);
    await trx
      .updateTable('event_chain_head')
      .set({ pruned_position: last.position, pruned_hash: last.hash })
      .execute();
    await recordEvents(trx, systemActor, null, [
      {
        kind: 'events_pruned',
        agencyId: null,
        subject: { kind: 'event_chain', id: String(last.position) },
        data: {
          position: last.position,
          hash: last.hash.toString('hex'),
          upTo: last.at.toISOString(),
          events: pruned.length,
          months: keepMonths,
        },
      },
    ]);
    return pruned.length;
  });

/**
 * Removes the oldest events with their links once they are older than `keepMonths`, and records that; 0 keeps
 * them for ever. The chain goes on from the last hash removed. Returns how many went. Throws `RangeError` at a
 * time shorter than the law allows.
 */
export const pruneEvents = async (db: Db, keepMonths: number, now: Date): Promise<number> => {
  if (!isAuditMonths(keepMonths))
    throw new RangeError(`审计日志的保存期限应为 0（永久）或不少于 ${fewestAuditMonths} 个月。`);
  if (keepMonths === 0) return 0;
  let pruned = 0;
  for (;;) {
    const count = await pruneBatch(db, keepMonths, now);
    pruned += count;
    if (count < batchSize) return pruned;
  }
};
