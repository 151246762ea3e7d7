import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import { until } from '../until-test-kit.ts';
import type { Event } from './event.ts';
import { systemActor } from './event.ts';
import type { ChainAlgorithm } from './link-hash.ts';
import { recordEvents } from './record-events.ts';
import { sealEvents } from './seal-events.ts';
import { readUnsealed } from './unsealed-events.ts';

export const someEvent = (name: string, data: Event['data'] = {}): Event => ({
  kind: 'agency_changed',
  agencyId: null,
  subject: { kind: 'agency', id: name },
  data: { name, 中文: '“引号”\u0007\\', list: [1, 0.5, null, true], ...data },
});

export const recordSome = (db: Db, count: number, prefix = 'e'): Promise<void> =>
  recordEvents(
    db,
    systemActor,
    'request-1',
    Array.from({ length: count }, (_, index) => someEvent(`${prefix}${index}`)),
  );

/** Does what only somebody with the database in hand can do: past the triggers that refuse it. */
export const tamper = async (db: Db, statement: string): Promise<void> => {
  await db.connection().execute(async (connection) => {
    await sql`alter table event disable trigger user`.execute(connection);
    await sql`alter table event_link disable trigger user`.execute(connection);
    try {
      await sql.raw(statement).execute(connection);
    } finally {
      await sql`alter table event enable trigger user`.execute(connection);
      await sql`alter table event_link enable trigger user`.execute(connection);
    }
  });
};

/**
 * Seals until nothing is left, and returns how many. Transactions in other databases of the same server hold the
 * horizon back too, so once isn't always enough.
 */
export const sealAll = async (db: Db, algorithm: ChainAlgorithm = 'sha256'): Promise<number> => {
  let sealed = 0;
  await until(async () => {
    sealed += await sealEvents(db, algorithm);
    return (await readUnsealed(db)).count === 0;
  });
  return sealed;
};

/** Begins the chain anew. */
export const emptyChain = async (db: Db): Promise<void> => {
  await tamper(db, 'truncate event, event_link');
  await sql`
    update event_chain_head set position = 0, hash = '', pruned_position = 0, pruned_hash = '',
      sealed_before = pg_current_xact_id()`.execute(db);
};
