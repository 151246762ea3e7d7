import { readCalendar } from '../agency/index.ts';
import { log } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { openRedactor, settleRequests } from '../request/index.ts';
import { type Entry, enterCase, type Filling } from './enter-case.ts';
import { agencyIds, findCallers } from './find-callers.ts';
import { inOneTransaction } from './in-one-transaction.ts';
import { inventedRegion } from './invent-codes.ts';
import { planCases } from './plan-cases.ts';
import type { PlannedCase } from './planned-case.ts';

/** Acts that become durable together: few enough that nobody waits long for the numbers they hold. */
const batchSize = 50;

/** Agencies are filled side by side: while the database works for one, the program works for the other. */
const laneCount = 2;

const entriesOf = (cases: readonly PlannedCase[], until: Date): readonly Entry[] =>
  cases
    .flatMap((one, serial): Entry[] => [
      { case: one, serial, at: one.at, act: null },
      ...one.acts.map((planned, position) => ({
        case: one,
        serial,
        at: planned.at,
        act: { position, planned },
      })),
    ])
    .filter(({ at }) => at <= until)
    // Stable: what is of one minute stays in its order.
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());

/** The entries in lanes of about one length; an agency's stay together, in their order. */
const lanesOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const byAgency = Map.groupBy(entries, (entry) => entry.case.agency);
  const lanes = Array.from({ length: laneCount }, () => new Set<string>());
  const sizes = lanes.map(() => 0);
  for (const [agency, own] of [...byAgency].toSorted(([, a], [, b]) => b.length - a.length)) {
    const shortest = sizes.indexOf(Math.min(...sizes));
    lanes[shortest]?.add(agency);
    sizes[shortest] = (sizes[shortest] ?? 0) + own.length;
  }
  return lanes.map((agencies) => entries.filter((entry) => agencies.has(entry.case.agency)));
};

/** What is told of the past is read and was sent; what the last days brought is new. */
const newsDays = 3;

/**
 * Jobs as they were enqueued long ago: mails went out and are not kept, files of archived cases are frozen after
 * everything is there.
 */
const pastJobs: Spine['jobs'] = {
  enqueue: async (db, _, { mail }) => {
    if (typeof mail === 'string') await db.deleteFrom('mail').where('id', '=', mail).execute();
  },
};

/** What came of it. */
export interface Filled {
  /** How many cases were left half-way. */
  readonly left: number;
  /** Applications to be followed as their applicants follow them. */
  readonly examples: readonly Example[];
}

export interface Example {
  /** Where it stands: 待补正. */
  readonly shows: string;
  readonly number: string;
  readonly queryCode: string;
}

interface Run extends Filling {
  readonly newsFrom: Date;
  /** Cases that went another way than planned, and rest where they are. */
  readonly left: Set<PlannedCase>;
}

const enterBatch = (spine: Spine, run: Run, entries: readonly Entry[]): Promise<void> =>
  inOneTransaction(spine.db, async (db) => {
    for (const entry of entries) {
      if (run.left.has(entry.case)) continue;
      try {
        const jobs = entry.at < run.newsFrom ? pastJobs : spine.jobs;
        await enterCase({ ...spine, db, jobs, now: () => entry.at }, run, entry);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // A demonstration in which one case rests is better than none.
        run.left.add(entry.case);
        log('case of the demonstration left', {
          serial: entry.serial,
          step: entry.act?.planned.step ?? 'submit',
          code: error.code,
        });
      }
    }
  });

const enterAll = async (
  spine: Spine,
  run: Run,
  entries: readonly Entry[],
  signal: AbortSignal | undefined,
): Promise<void> => {
  let done = 0;
  const lanes = await Promise.allSettled(
    lanesOf(entries).map(async (lane) => {
      for (let at = 0; at < lane.length; at += batchSize) {
        signal?.throwIfAborted();
        const batch = lane.slice(at, at + batchSize);
        await enterBatch(spine, run, batch);
        if (Math.floor(done / 1000) < Math.floor((done + batch.length) / 1000))
          log('filling the demonstration', { done: done + batch.length, of: entries.length });
        done += batch.length;
      }
    }),
  );
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
};

/**
 * Fills 云山区 with the applications of three years up to `until`, through the use cases and at the hours at which
 * people would have entered them. Everything is done once: broken off, it goes on where it stopped when it is called
 * with the same `until` again. `share`: how much of the everyday cases.
 */
export const fillApplications = async (
  spine: Spine,
  {
    until,
    share = 1,
    signal,
  }: { readonly until: Date; readonly share?: number; readonly signal?: AbortSignal },
): Promise<Filled> => {
  const { db } = spine;
  const calendar = await readCalendar(db, inventedRegion);
  const entries = entriesOf(planCases(calendar, until, share), until);
  const run: Run = {
    newsFrom: new Date(until.getTime() - newsDays * 86_400_000),
    agencies: await agencyIds(db),
    caller: await findCallers(db),
    redactor: openRedactor({ size: 1 }),
    receipts: new Map(),
    left: new Set(),
  };
  await enterAll(spine, run, entries, signal);
  await settleRequests({ ...spine, now: () => until }, signal);
  await db
    .updateTable('notification')
    .set(({ ref }) => ({ read_at: ref('created_at') }))
    .where('created_at', '<', run.newsFrom)
    .where('read_at', 'is', null)
    .execute();
  log('demonstration filled', { done: entries.length, left: run.left.size });
  return {
    left: run.left.size,
    examples: [...run.receipts].flatMap(([{ example }, { number, queryCode }]) =>
      example === undefined ? [] : [{ shows: example, number, queryCode }],
    ),
  };
};
