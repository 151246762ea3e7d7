import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { openTestDatabase } from '../../test-database-kit.ts';
import { type Db, openDatabase } from '../database/open-database.ts';
import { until } from '../until-test-kit.ts';
import { emptyChain, recordSome, sealAll, tamper } from './chain-test-kit.ts';
import { runSealer } from './run-sealer.ts';
import { sealEvents } from './seal-events.ts';
import { verifyChain } from './verify-chain.ts';

const insertEvent = (client: pg.Client): Promise<unknown> =>
  client.query(
    `insert into event (kind, actor_kind, subject_kind, subject_id) values ('agency_changed', 'system', 'agency', 'x')`,
  );

const counts = async (db: Db): Promise<{ events: number; links: number; distinct: number }> => {
  const { rows } = await sql<{ events: number; links: number; distinct: number }>`
    select (select count(*) from event) as events, (select count(*) from event_link) as links,
      (select count(distinct event_id) from event_link) as distinct`.execute(db);
  return rows[0]!;
};

describe('sealing', async () => {
  const database = await openTestDatabase();
  const { db } = database;
  const other = openDatabase(database.connection, 2);
  before(() => emptyChain(db));

  it('links every committed event once, whatever way transactions and two sealers interleave', async () => {
    const clients = await Promise.all(
      [0, 1, 2, 3].map(async () => {
        const client = new pg.Client(database.connection);
        await client.connect();
        return client;
      }),
    );
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.record({ act: fc.constant('insert' as const), who: fc.nat(3) }) },
      { weight: 3, arbitrary: fc.record({ act: fc.constant('commit' as const), who: fc.nat(3) }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constant('rollback' as const), who: fc.nat(3) }) },
      { weight: 3, arbitrary: fc.record({ act: fc.constant('seal' as const), who: fc.nat(2) }) },
    );
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          await emptyChain(db);
          const open = new Map<number, number>();
          let committed = 0;
          for (const { act, who } of steps) {
            if (act === 'seal') {
              const sealers = [db, other.db].filter((_, index) => who === 2 || who === index);
              await Promise.all(sealers.map((sealer) => sealEvents(sealer, 'sha256', { wait: who === 2 })));
              continue;
            }
            const client = clients[who]!;
            if (act === 'insert') {
              if (!open.has(who)) await client.query('begin');
              await insertEvent(client);
              open.set(who, (open.get(who) ?? 0) + 1);
            } else if (open.has(who)) {
              await client.query(act);
              if (act === 'commit') committed += open.get(who)!;
              open.delete(who);
            }
          }
          for (const who of open.keys()) await clients[who]!.query('rollback');
          await sealAll(db);
          assert.deepEqual(await counts(db), { events: committed, links: committed, distinct: committed });
          const verified = await verifyChain(db, { algorithm: 'sha256' });
          assert.deepEqual([verified.ok, verified.links], [true, committed]);
        }),
        { numRuns: 60 },
      );
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
  });

  it('keeps up while many write at once and two sealers run', async () => {
    await emptyChain(db);
    const sealers = [runSealer(db, 'sha256'), runSealer(other.db, 'sm3')];
    await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let round = 0; round < 25; round += 1) {
          const isUndone = (writer + round) % 5 === 0;
          await db
            .transaction()
            .execute(async (trx) => {
              await recordSome(trx, 1 + (round % 4));
              if (isUndone) throw new Error('undone');
              sealers[round % 2]!.wake();
            })
            .catch((error) => assert.equal((error as Error).message, 'undone'));
        }
      }),
    );
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    await sealAll(db);
    const { events, links, distinct } = await counts(db);
    assert.ok(events > 100);
    assert.deepEqual([links, distinct], [events, events]);
    assert.equal((await verifyChain(db, { algorithm: 'sha256' })).ok, true);
  });

  it('goes on within a transaction that wrote more events than a batch holds', async () => {
    await emptyChain(db);
    await db.transaction().execute(async (trx) => {
      for (let part = 0; part < 5; part += 1) await recordSome(trx, 1000, `part${part}-`);
    });
    await recordSome(db, 3);
    assert.equal(await sealAll(db, 'sm3'), 5003);
    const verified = await verifyChain(db, { algorithm: 'sm3' });
    assert.deepEqual([verified.ok, verified.to], [true, 5003]);
  });

  it('waits for a transaction that began earlier, then links both in order', async () => {
    await emptyChain(db);
    const slow = new pg.Client(database.connection);
    await slow.connect();
    try {
      await slow.query('begin');
      await insertEvent(slow);
      await recordSome(db, 2);
      assert.equal(await sealEvents(db, 'sha256'), 0);
      await slow.query('commit');
      assert.equal(await sealAll(db), 3);
    } finally {
      await slow.end();
    }
    assert.equal((await verifyChain(db, { algorithm: 'sha256' })).ok, true);
  });

  it('leaves nothing half done when its connection is killed in the middle, and does it again', async () => {
    await emptyChain(db);
    await recordSome(db, 4);
    const inTheWay = new pg.Client(database.connection);
    await inTheWay.connect();
    try {
      await inTheWay.query('begin; lock table event_chain_head in exclusive mode');
      const killed = assert.rejects(
        until(async () => (await sealEvents(other.db, 'sha256')) > 0),
        /terminat/,
      );
      const waiting = `select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%event_chain_head%'`;
      let pid: number | undefined;
      while (pid === undefined) pid = (await database.pool.query(waiting)).rows[0]?.pid;
      assert.equal((await counts(db)).links, 0);
      await inTheWay.query('select pg_terminate_backend($1)', [pid]);
      await killed;
      await inTheWay.query('commit');
    } finally {
      await inTheWay.end();
    }
    assert.deepEqual(await counts(db), { events: 4, links: 0, distinct: 0 });
    assert.equal(await sealAll(db), 4);
    assert.equal((await verifyChain(db, { algorithm: 'sha256' })).ok, true);
  });

  it('goes on in a cluster whose transactions count anew, with what was not yet linked in the old one', async () => {
    await emptyChain(db);
    await recordSome(db, 3);
    await sealAll(db);
    // As a copy of the rows has them: numbers that this cluster hasn't come to by far.
    await tamper(db, `update event set xid = '800000000'`);
    await recordSome(db, 2_100, 'unlinked');
    await tamper(db, `update event set xid = '900000000' where subject_id like 'unlinked%'`);
    await sql`update event_chain_head set sealed_before = '800000001'`.execute(db);
    await recordSome(db, 2);
    assert.equal(await sealAll(db), 2_102);
    await recordSome(db, 2);
    await sealAll(db);
    const verified = await verifyChain(db, { algorithm: 'sha256' });
    assert.deepEqual([verified.broken, verified.to], [null, 2_107]);
  });

  it('closes the second pool', () => other.close());
});
