import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../test-database-kit.ts';
import { type ActOptions, act, RecordedRefusal, type Work } from './act.ts';
import { openDatabase, waitingToWrite } from './database/open-database.ts';
import { DatabaseBusy, DatabaseUnreachable } from './database/problem.ts';
import type { Event } from './event/event.ts';
import { systemActor } from './event/event.ts';

const database = await openTestDatabase();

const options = (more: Partial<ActOptions> = {}): ActOptions => ({
  db: database.db,
  actor: systemActor,
  now: () => new Date('2026-03-16T10:00:00+08:00'),
  ...more,
});

const event = (id: string): Event => ({
  kind: 'agency_changed',
  agencyId: null,
  subject: { kind: 'test', id },
});

const eventsOf = async (id: string): Promise<number> =>
  (await database.db.selectFrom('event').select('id').where('subject_id', '=', id).execute()).length;

const settingsOf = (name: string) =>
  database.db.selectFrom('setting').selectAll().where('name', '=', name).execute();

const write =
  (name: string) =>
  async ({ db, record }: Work): Promise<{ readonly name: string }> => {
    await db.insertInto('setting').values({ name, value: '1' }).execute();
    record(event(name));
    return { name };
  };

test('an act leaves its rows and its events, or nothing of either', async () => {
  await act(options(), write('whole'));
  assert.equal((await settingsOf('whole')).length, 1);
  assert.equal(await eventsOf('whole'), 1);

  await assert.rejects(
    act(options(), async (work) => {
      await write('half')(work);
      throw new Error('something went wrong after writing');
    }),
    /went wrong/,
  );
  assert.equal((await settingsOf('half')).length, 0);
  assert.equal(await eventsOf('half'), 0);
});

test('a refused attempt stands in the record although the act left nothing', async () => {
  await assert.rejects(
    act(options(), async (work) => {
      await write('refused')(work);
      throw new RecordedRefusal('no', event('attempt'));
    }),
    RecordedRefusal,
  );
  assert.equal((await settingsOf('refused')).length, 0);
  assert.equal(await eventsOf('attempt'), 1);
});

test('sent twice with the same key, even at the same instant, it is done once and answered alike', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => act(options({ once: 'key-1' }), write('once'))),
  );
  assert.deepEqual(answers, Array(8).fill({ name: 'once' }));
  assert.equal(await eventsOf('once'), 1);
});

test('a key whose act failed is free again: the retry is done', async () => {
  let calls = 0;
  const failing = async (work: Work) => {
    calls += 1;
    if (calls === 1) throw new Error('first time');
    return write('retried')(work);
  };
  await assert.rejects(act(options({ once: 'key-2' }), failing), /first time/);
  assert.deepEqual(await act(options({ once: 'key-2' }), failing), { name: 'retried' });
});

test('the same key of another person is another act', async () => {
  const as = (id: string) => options({ once: 'key-3', actor: { kind: 'person', id, postId: null } });
  await act(as('0190a000-0000-7000-8000-000000000001'), write('mine'));
  await act(as('0190a000-0000-7000-8000-000000000002'), write('yours'));
  assert.equal(await eventsOf('yours'), 1);
});

test('two acts that lock each other out are both done', async () => {
  await act(options(), write('left'));
  await act(options(), write('right'));
  let waiting = 2;
  let open = (): void => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const lock = (first: string, second: string) =>
    act(options(), async ({ db, record }) => {
      await db.updateTable('setting').set({ value: '2' }).where('name', '=', first).execute();
      waiting -= 1;
      if (waiting === 0) open();
      await both;
      await db.updateTable('setting').set({ value: '2' }).where('name', '=', second).execute();
      record(event(`locked ${first}`));
    });
  await Promise.all([lock('left', 'right'), lock('right', 'left')]);
  assert.equal(await eventsOf('locked left'), 1);
  assert.equal(await eventsOf('locked right'), 1);
});

test('without a database the message says that nothing was saved and to try again', async () => {
  const gone = openDatabase({ connectionString: 'postgres://nobody:x@127.0.0.1:1/none' });
  await assert.rejects(act(options({ db: gone.db }), write('gone')), (error: Error) => {
    assert.ok(error instanceof DatabaseUnreachable);
    assert.match(error.message, /没有保存/);
    return true;
  });
  await gone.close();
});

test('what others hold for too long is refused as busy, with the advice to try again', async () => {
  await act(options(), write('held'));
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query("update setting set value = '3' where name = 'held'");
  const waiting = act(options(), async ({ db }) => {
    await sql`set local lock_timeout to '50ms'`.execute(db);
    await db.updateTable('setting').set({ value: '4' }).where('name', '=', 'held').execute();
  });
  await assert.rejects(
    waiting,
    (error: Error) => error instanceof DatabaseBusy && /稍后重试/.test(error.message),
  );
  await holder.query('rollback');
  holder.release();
});

test('more acts at once than there are connections are all done, and whoever only reads is answered meanwhile', async () => {
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const acts = Array.from({ length: 3 * database.pool.options.max }, (_, index) =>
    act(options(), async (work) => {
      begun.resolve();
      await held.promise;
      await write(`crowd ${index}`)(work);
    }),
  );
  await begun.promise;
  assert.ok(waitingToWrite(database.db) > 0);
  assert.deepEqual(await settingsOf('crowd 0'), []);
  held.resolve();
  await Promise.all(acts);
  assert.equal(waitingToWrite(database.db), 0);
  for (const index of acts.keys()) assert.equal((await settingsOf(`crowd ${index}`)).length, 1);
});
