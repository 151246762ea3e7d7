import { stepInputs } from '@gongkai/contract';
import { readCalendar } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';
import { log } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import {
  type Receipt,
  registerRequest,
  settleRequests,
  submitRequest,
  takeStep,
  takeStepAsApplicant,
} from '../request/index.ts';
import { agencyIds, type FindCaller, findCallers } from './find-callers.ts';
import { inOneTransaction } from './in-one-transaction.ts';
import { inventedRegion } from './invent-codes.ts';
import { letterOf } from './letter-values.ts';
import { planCases } from './plan-cases.ts';
import type { Known, PlannedAct, PlannedCase } from './planned-case.ts';

/** Acts that become durable together: few enough that nobody waits long for the numbers they hold. */
const batchSize = 50;

/** One thing to be entered: that the case comes, or an act with it. */
interface Entry {
  readonly case: PlannedCase;
  /** Its place among all cases, the same whenever they are planned for the same day. */
  readonly serial: number;
  readonly at: Date;
  /** Null: the application itself. */
  readonly act: { readonly position: number; readonly planned: PlannedAct } | null;
}

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

interface Filling {
  /** Cases of before have their letters outside the system, as those of an agency that came to it later. */
  readonly lettersFrom: Date;
  readonly newsFrom: Date;
  readonly agencies: ReadonlyMap<string, string>;
  readonly caller: FindCaller;
  readonly receipts: Map<PlannedCase, Receipt>;
  /** Cases that went another way than planned, and rest where they are. */
  readonly left: Set<PlannedCase>;
}

const begin = async (spine: Spine, filling: Filling, { case: planned, serial }: Entry): Promise<void> => {
  const { agency, channel, on, request, bySecond } = planned;
  const once = `demonstration ${serial}`;
  const submitted = { ...request, agencyId: filling.agencies.get(agency)! };
  const receipt =
    channel === 'internet'
      ? await submitRequest(spine, { requestId: null, once }, submitted)
      : await registerRequest(
          spine,
          { ...filling.caller(agency, 'officer', bySecond), once },
          { ...submitted, channel, on },
        );
  filling.receipts.set(planned, receipt);
};

const knownOf = async (
  db: Db,
  filling: Filling,
  { acts, repeats }: PlannedCase,
  id: string,
): Promise<Known> => {
  const earlier = (repeats && filling.receipts.get(repeats)?.id) ?? null;
  if (!acts.some(({ step }) => step === 'consult')) return { consultations: [], earlier };
  const rows = await db
    .selectFrom('request_step')
    .select('facts')
    .where('request_id', '=', id)
    .where('step', '=', 'consult')
    .orderBy('position')
    .execute();
  return {
    consultations: rows.map(({ facts }) => (facts as { readonly consultationId: string }).consultationId),
    earlier,
  };
};

const take = async (
  spine: Spine,
  filling: Filling,
  entry: Entry,
  planned: PlannedAct,
  given: object,
): Promise<void> => {
  const { agency, bySecond } = entry.case;
  const receipt = filling.receipts.get(entry.case)!;
  const once = `demonstration ${entry.serial} ${entry.act?.position}`;
  const { step, by } = planned;
  const taken = { step, input: stepInputs[step].parse(given) as never };
  if (by === 'applicant')
    await takeStepAsApplicant(spine, { requestId: null, once }, receipt, taken as never);
  else await takeStep(spine, { ...filling.caller(agency, by, bySecond), once }, receipt.id, taken);
};

const enter = async (spine: Spine, filling: Filling, entry: Entry): Promise<void> => {
  if (entry.act === null) return begin(spine, filling, entry);
  const { planned } = entry.act;
  const { id } = filling.receipts.get(entry.case)!;
  const given = planned.input(await knownOf(spine.db, filling, entry.case, id));
  const letter = entry.at < filling.lettersFrom ? null : letterOf(planned.step, given);
  try {
    await take(spine, filling, entry, planned, { ...given, letter });
  } catch (error) {
    // A letter that the case says too little for was made outside the system.
    if (!(error instanceof Refusal && error.code === 'LETTER_INCOMPLETE')) throw error;
    await take(spine, filling, entry, planned, { ...given, letter: null });
  }
};

/** What is told of the past is read and was sent; what the last days brought is new. */
const newsDays = 3;
/** A year: a letter costs as much as several steps. */
const letterDays = 365;

/**
 * Jobs as they were enqueued long ago: mails went out and are not kept, files of archived cases are made by the
 * nightly job.
 */
const pastJobs: Spine['jobs'] = {
  enqueue: async (db, _, { mail }) => {
    if (typeof mail === 'string') await db.deleteFrom('mail').where('id', '=', mail).execute();
  },
};

const enterBatch = (spine: Spine, filling: Filling, entries: readonly Entry[]): Promise<void> =>
  inOneTransaction(spine.db, async (db) => {
    for (const entry of entries) {
      if (filling.left.has(entry.case)) continue;
      try {
        const jobs = entry.at < filling.newsFrom ? pastJobs : spine.jobs;
        await enter({ ...spine, db, jobs, now: () => entry.at }, filling, entry);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // A demonstration in which one case rests is better than none.
        filling.left.add(entry.case);
        log('case of the demonstration left', {
          serial: entry.serial,
          step: entry.act?.planned.step ?? 'submit',
          code: error.code,
        });
      }
    }
  });

/**
 * Fills 云山区 with the applications of three years up to `until`, through the use cases and at the hours at which
 * people would have entered them. Everything is done once: broken off, it goes on where it stopped when it is called
 * with the same `until` again. `share`: how much of the everyday cases. Returns how many cases were left half-way.
 */
export const fillApplications = async (
  spine: Spine,
  {
    until,
    share = 1,
    signal,
  }: { readonly until: Date; readonly share?: number; readonly signal?: AbortSignal },
): Promise<number> => {
  const { db } = spine;
  const calendar = await readCalendar(db, inventedRegion);
  const entries = entriesOf(planCases(calendar, until, share), until);
  const filling: Filling = {
    lettersFrom: new Date(until.getTime() - letterDays * 86_400_000),
    newsFrom: new Date(until.getTime() - newsDays * 86_400_000),
    agencies: await agencyIds(db),
    caller: await findCallers(db),
    receipts: new Map(),
    left: new Set(),
  };
  for (let at = 0; at < entries.length; at += batchSize) {
    signal?.throwIfAborted();
    await enterBatch(spine, filling, entries.slice(at, at + batchSize));
    if ((at / batchSize) % 20 === 0) log('filling the demonstration', { done: at, of: entries.length });
  }
  await settleRequests({ ...spine, now: () => until }, signal);
  await db
    .updateTable('notification')
    .set(({ ref }) => ({ read_at: ref('created_at') }))
    .where('created_at', '<', filling.newsFrom)
    .where('read_at', 'is', null)
    .execute();
  log('demonstration filled', { done: entries.length, left: filling.left.size });
  return filling.left.size;
};
