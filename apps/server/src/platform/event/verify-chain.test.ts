import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test-database-kit.ts';
import { emptyChain, recordSome, sealAll, tamper } from './chain-test-kit.ts';
import { exportChain } from './export-events.ts';
import { linkHash } from './link-hash.ts';
import { pruneEvents } from './prune-events.ts';
import { type ChainVerification, verifyChain } from './verify-chain.ts';
import { verifyExport } from './verify-export.ts';
import type { ChainPlace } from './verify-links.ts';

const algorithm = 'sha256';

describe('the chain of events', async () => {
  const { db } = await openTestDatabase();

  const exported = async (): Promise<readonly string[]> => {
    let text = '';
    for await (const piece of exportChain(db, algorithm)) text += piece;
    return text.trimEnd().split('\n');
  };

  async function* each(lines: readonly string[]): AsyncGenerator<string> {
    yield* lines;
  }

  const eventAt = async (position: number): Promise<number> =>
    (
      await db
        .selectFrom('event_link')
        .select('event_id')
        .where('position', '=', position)
        .executeTakeFirstOrThrow()
    ).event_id;

  /** What both ways of verifying say; they must agree. */
  const faultOf = async (noted?: ChainPlace): Promise<readonly [string, number | null] | null> => {
    const inDatabase = await verifyChain(db, { algorithm, ...(noted && { noted }) });
    const offline = await verifyExport(each(await exported()), noted);
    const told = ({ broken }: ChainVerification) => broken && ([broken.fault, broken.position] as const);
    assert.deepEqual(told(offline), told(inDatabase));
    assert.equal(inDatabase.ok, inDatabase.broken === null);
    return told(inDatabase);
  };

  beforeEach(async () => {
    await emptyChain(db);
    await recordSome(db, 10);
    await sealAll(db);
  });

  it('verifies whole, in the database and offline, and says where it ends', async () => {
    const verified = await verifyChain(db, { algorithm });
    assert.deepEqual([verified.ok, verified.links, verified.from, verified.to], [true, 10, 1, 10]);
    assert.equal(await faultOf(verified.head), null);
    const offline = await verifyExport(each(await exported()));
    assert.deepEqual(offline, verified);
  });

  it('verifies in steps, each going on where the one before ended', async () => {
    const first = await verifyChain(db, { algorithm, most: 4 });
    assert.deepEqual([first.ok, first.done, first.to], [true, false, 4]);
    const second = await verifyChain(db, { algorithm, most: 4, after: first.to });
    assert.deepEqual([second.done, second.to], [false, 8]);
    const third = await verifyChain(db, { algorithm, most: 4, after: second.to });
    assert.deepEqual([third.ok, third.done, third.to], [true, true, 10]);
  });

  it('goes over from one hash to the other', async () => {
    await recordSome(db, 2);
    await sealAll(db, 'sm3');
    const verified = await verifyChain(db, { algorithm: 'sm3' });
    assert.deepEqual([verified.ok, verified.to], [true, 12]);
    const algorithms = await db.selectFrom('event_link').select('algorithm').distinct().execute();
    assert.equal(algorithms.length, 2);
    assert.equal(await faultOf(), null);
  });

  for (const change of [
    `kind = 'agency_closed'`,
    `at = at + interval '1 microsecond'`,
    `data = jsonb_set(data, '{list,1}', '0.6')`,
    `actor_kind = 'person'`,
    `subject_id = 'other'`,
    `request_id = null`,
    `agency_id = gen_random_uuid()`,
    `article = '第一条'`,
  ])
    it(`names an event whose ${change.split(' =')[0]} was changed`, async () => {
      await tamper(db, `update event set ${change} where id = ${await eventAt(6)}`);
      assert.deepEqual(await faultOf(), ['event_changed', 6]);
      const { broken } = await verifyChain(db, { algorithm });
      assert.equal(broken?.eventId, await eventAt(6));
      assert.match(broken!.message, /这一事件的内容与上链时不一致/);
    });

  it('names the last event when it was changed', async () => {
    await tamper(db, `update event set kind = 'x' where id = ${await eventAt(10)}`);
    assert.deepEqual((await verifyChain(db, { algorithm })).broken?.fault, 'event_changed');
  });

  it('names an event that was deleted', async () => {
    await tamper(db, `delete from event where id = ${await eventAt(3)}`);
    assert.deepEqual(await faultOf(), ['event_missing', 3]);
  });

  it('names a link that was deleted, with its event or without', async () => {
    await tamper(
      db,
      `delete from event where id = ${await eventAt(3)}; delete from event_link where position = 3`,
    );
    assert.deepEqual(await faultOf(), ['link_missing', 3]);
    await tamper(db, 'delete from event_link where position = 2');
    assert.deepEqual(await faultOf(), ['link_missing', 2]);
  });

  it('names a link whose hash was changed, and says that the event is whole', async () => {
    await tamper(db, `update event_link set hash = sha256('x') where position = 5`);
    assert.deepEqual(await faultOf(), ['link_changed', 5]);
  });

  it('names a link whose algorithm was changed', async () => {
    await tamper(db, `update event_link set algorithm = 'md5' where position = 5`);
    assert.deepEqual(await faultOf(), ['link_changed', 5]);
  });

  it('names two events that were exchanged', async () => {
    const [a, b] = [await eventAt(4), await eventAt(7)];
    await tamper(
      db,
      `update event_link set event_id = -1 where position = 4; update event_link set event_id = ${a} where position = 7;
       update event_link set event_id = ${b} where position = 4`,
    );
    assert.deepEqual(await faultOf(), ['event_changed', 4]);
  });

  it('names an event that was slipped in, with an old transaction or one that never was', async () => {
    for (const xid of ['3', '4611686018427387904']) {
      await sql`
        insert into event (kind, at, actor_kind, subject_kind, subject_id, xid)
        values ('agency_changed', '2020-01-01', 'system', 'agency', 'slipped', ${xid}::xid8)`.execute(db);
      assert.deepEqual(await faultOf(), ['event_unlinked', null]);
      await tamper(db, `delete from event where subject_id = 'slipped'`);
    }
  });

  it('finds a tail that was cut off', async () => {
    const last = await eventAt(10);
    await tamper(db, `delete from event_link where position = 10; delete from event where id = ${last}`);
    assert.deepEqual(await faultOf(), ['head_differs', 9]);
  });

  it('finds a tail that was cut off together with the head, by the head noted earlier', async () => {
    const { head } = await verifyChain(db, { algorithm });
    const last = await eventAt(10);
    await tamper(
      db,
      `delete from event_link where position = 10; delete from event where id = ${last};
       update event_chain_head set position = 9, hash = (select hash from event_link where position = 9)`,
    );
    assert.equal(await faultOf(), null);
    assert.deepEqual(await faultOf(head), ['noted_head_differs', 9]);
  });

  it('finds a chain that was written anew from a changed event on, by the head noted earlier', async () => {
    const { head } = await verifyChain(db, { algorithm });
    await tamper(db, `update event set subject_id = 'other' where id = ${await eventAt(8)}`);
    const lines = (await exported()).map((line) => JSON.parse(line));
    let hash: Buffer = Buffer.from(lines[7].hash, 'hex');
    for (const position of [8, 9, 10]) {
      hash = linkHash(algorithm, hash, lines[position].event);
      await tamper(
        db,
        `update event_link set hash = '\\x${hash.toString('hex')}' where position = ${position}`,
      );
    }
    await tamper(db, `update event_chain_head set hash = '\\x${hash.toString('hex')}'`);
    assert.equal(await faultOf(), null);
    assert.deepEqual(await faultOf(head), ['noted_head_differs', 10]);
  });

  it('removes what is older than it is kept, records that, and stays verifiable', async () => {
    await tamper(db, `update event set at = at - interval '8 months' where id <= ${await eventAt(7)}`);
    await tamper(db, 'truncate event_link');
    await sql`update event_chain_head set position = 0, hash = '', sealed_before = '3'`.execute(db);
    await sealAll(db);
    assert.equal(await pruneEvents(db, 0, new Date()), 0);
    await assert.rejects(pruneEvents(db, 5, new Date()), /不少于 6 个月/);
    assert.equal(await pruneEvents(db, 6, new Date()), 7);
    await sealAll(db);
    const verified = await verifyChain(db, { algorithm });
    assert.deepEqual([verified.ok, verified.from, verified.to], [true, 8, 11]);
    assert.equal(await faultOf(), null);
  });

  it('finds a beginning that was taken away without a record of retention', async () => {
    await tamper(
      db,
      `delete from event where id <= ${await eventAt(4)}; update event_chain_head set pruned_position = 4,
         pruned_hash = (select hash from event_link where position = 4); delete from event_link where position <= 4`,
    );
    assert.deepEqual(await faultOf(), ['pruned_without_record', 4]);
  });

  it('says that a file cut off, changed or of something else is not whole', async () => {
    const lines = await exported();
    const tell = async (changed: readonly string[]) => {
      const { ok, broken } = await verifyExport(each(changed));
      return [ok, broken?.fault];
    };
    assert.deepEqual(await tell(lines.slice(0, -1)), [false, 'head_differs']);
    assert.deepEqual(await tell(lines.slice(1)), [false, 'unreadable']);
    assert.deepEqual(await tell([]), [false, 'unreadable']);
    assert.deepEqual(await tell(['<html>']), [false, 'unreadable']);
    assert.deepEqual(await tell([...lines, lines[1]!]), [false, 'unreadable']);
    assert.deepEqual(await tell(lines.toSpliced(5, 1)), [false, 'link_missing']);
    assert.deepEqual(await tell(lines.with(4, lines[4]!.replace('"e3"', '"e4"'))), [false, 'event_changed']);
  });

  it('is refused to everybody who would rewrite it', async () => {
    for (const statement of [
      `update event set kind = 'x'`,
      'delete from event',
      'truncate event',
      `update event_link set algorithm = 'x'`,
      'delete from event_link',
      'truncate event_link',
      'truncate event, event_link',
    ])
      await assert.rejects(
        sql.raw(statement).execute(db),
        { code: '42501', message: /events are written once/ },
        statement,
      );
  });
});
