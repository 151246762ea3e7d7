import { createHash } from 'node:crypto';
import type { QueryCreator } from 'kysely';
import { type Db, transact } from './database/open-database.ts';
import { databaseProblem, mayRetry } from './database/problem.ts';
import type { Tables } from './database/tables.ts';
import type { Actor, Event } from './event/event.ts';
import { eventRows, recordEvents } from './event/record-events.ts';
import { Refusal } from './refusal.ts';

/** A refusal that must stand in the record although the act itself left nothing behind. */
export class RecordedRefusal extends Error {
  readonly event: Event;
  constructor(message: string, event: Event) {
    super(message);
    this.name = 'RecordedRefusal';
    this.event = event;
  }
}

/** What an act has in hand while it is under way. Everything goes through `db`: it is the one transaction. */
export interface Work {
  readonly db: Db;
  /** The moment of the act; the same in all its rows. */
  readonly now: Date;
  /** Adds an event; written with the rest, just before the transaction ends. */
  readonly record: (event: Event) => void;
}

export interface ActOptions {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: () => Date;
  /** Ties the events to the lines of the log; null outside a request. */
  readonly requestId?: string | null;
  /**
   * What makes a second sending the same act (an Idempotency-Key of the sender). Sent twice, it is done once and
   * answered twice alike. The key counts per actor.
   */
  readonly once?: string | undefined;
  /** What was asked (a hash): a key that comes with something else is refused, not answered with the former result. */
  readonly asked?: string | undefined;
}

const attempts = 3;

const onceKey = (actor: Actor, key: string): string =>
  createHash('sha256')
    .update(`${actor.kind}\n${actor.id ?? ''}\n${key}`)
    .digest('hex');

/**
 * Does one act: in one transaction `decide` checks, loads, decides and writes; its events are written with it.
 * Either everything is there afterwards or nothing. Transactions that got in each other's way are tried again.
 *
 * Throws what `decide` throws; a `RecordedRefusal` leaves its event behind. `DatabaseUnreachable` and `DatabaseFull`
 * tell that nothing was acknowledged; with `once`, sending the same again is safe even if the answer alone was lost.
 * `Refusal` IDEMPOTENCY_KEY_REUSED where the key stands for something else.
 */
export const act = async <T>(options: ActOptions, decide: (work: Work) => Promise<T>): Promise<T> => {
  const { db, actor, now, requestId = null, once, asked = '' } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(db, async (trx) => {
        const key = once === undefined ? null : onceKey(actor, once);
        if (key !== null) {
          const done = await claim(trx, key, actor, asked);
          if (done) return done.result as T;
        }
        const events: Event[] = [];
        const result = await decide({ db: trx, now: now(), record: (event) => events.push(event) });
        if (key === null) await recordEvents(trx, actor, requestId, events);
        else await keepResult(trx, key, result, eventRows(actor, requestId, events));
        return result;
      });
    } catch (error) {
      if (mayRetry(error) && attempt < attempts) continue;
      if (error instanceof RecordedRefusal)
        await recordEvents(db, actor, requestId, [error.event]).catch((problem) => {
          throw databaseProblem(problem);
        });
      throw databaseProblem(error);
    }
  }
};

/** Keeps what an act came to under its key, and its events: in one statement, for others may wait for the act's end. */
const keepResult = async (
  db: Db,
  key: string,
  result: unknown,
  events: ReturnType<typeof eventRows>,
): Promise<void> => {
  const writing: Pick<QueryCreator<Tables>, 'updateTable'> = events.length === 0
    ? db
    : db.with('recorded', (insert) => insert.insertInto('event').values(events));
  await writing
    .updateTable('done_once')
    .set({ result: JSON.stringify(result ?? null) })
    .where('key', '=', key)
    .execute();
};

/**
 * Takes the key, or waits for the other transaction that has it and returns what it came to. A key whose
 * transaction failed is free again.
 */
const claim = async (
  db: Db,
  key: string,
  actor: Actor,
  asked: string,
): Promise<{ readonly result: unknown } | undefined> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('done_once')
    .values({ key, actor_id: actor.id, asked, result: 'null' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return undefined;
  const done = await db
    .selectFrom('done_once')
    .select(['asked', 'result'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (done.asked !== asked)
    throw new Refusal(
      'conflict',
      'IDEMPOTENCY_KEY_REUSED',
      '同一个 Idempotency-Key 已用于另一个请求，这个请求没有执行。请换一个新的值再发。',
    );
  return done;
};
