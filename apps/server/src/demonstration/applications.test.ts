import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { applicantKinds, intakeChannels, requestStateNames, type TakenStep } from '@gongkai/contract';
import {
  buildCalendar,
  civilDateInShanghai,
  isWorkingDay,
  type OutcomeId,
  outcomes,
  rowOfOutcome,
} from '@gongkai/statute';
import { sql } from 'kysely';
import { readCalendar } from '../agency/index.ts';
import { standardColumnsJob } from '../disclosure/index.ts';
import { sealEvents } from '../platform/event/seal-events.ts';
import { verifyChain } from '../platform/event/verify-chain.ts';
import { openTestFiles } from '../platform/file/files-test-kit.ts';
import { openJobQueue } from '../platform/job/open-job-queue.ts';
import type { Spine } from '../platform/spine.ts';
import { deriveRequest } from '../request/derived-request-test-kit.ts';
import { openTestDatabase } from '../test-database-kit.ts';
import { fillApplications } from './fill-applications.ts';
import { setUpDemonstration } from './index.ts';
import { inventedRegion } from './invent-codes.ts';
import { planCases } from './plan-cases.ts';
import type { PlannedCase } from './planned-case.ts';
import { dateOf, inHours } from './working-hours.ts';

const until = new Date('2026-11-20T07:30:00Z');

const openSpine = async (): Promise<Spine> => {
  const database = await openTestDatabase();
  const queue = await openJobQueue(database, [standardColumnsJob]);
  after(() => queue.stop());
  const { files, options } = await openTestFiles();
  return {
    database,
    db: database.db,
    now: () => until,
    cipher: options.cipher,
    // What the last days brought is mailed; nobody sends it here.
    jobs: { enqueue: async () => {} },
    files,
  };
};

const endings: Readonly<Partial<Record<TakenStep, OutcomeId>>> = {
  withdraw: 'withdrawn',
  close_uncorrected: 'closed_not_corrected',
  close_unpaid: 'closed_fee_unpaid',
  answer_on_the_spot: 'disclosed_public_already',
};

/** How a planned case has ended by then; null: not yet. */
const outcomeOf = ({ acts }: PlannedCase): OutcomeId | null => {
  const done = acts.filter(({ at }) => at <= until);
  const drafted = done.findLast(({ step }) => step === 'draft_decision');
  if (drafted && done.some(({ step }) => step === 'deliver'))
    return (drafted.input({ consultations: [], earlier: null }) as { readonly outcome: OutcomeId }).outcome;
  return done.map(({ step }) => endings[step]).find((outcome) => outcome !== undefined) ?? null;
};

describe('the plan of the demonstration', () => {
  const calendar = buildCalendar();

  it('is the same for the same moment, and has every outcome, channel and kind of applicant', () => {
    const cases = planCases(calendar, until);
    assert.equal(JSON.stringify(planCases(calendar, until)), JSON.stringify(cases));
    assert.ok(cases.length >= 600 && cases.length <= 900, String(cases.length));
    assert.deepEqual(new Set(cases.map(({ channel }) => channel)), new Set(Object.keys(intakeChannels)));
    assert.deepEqual(
      new Set(cases.map(({ request }) => request.applicant.kind)),
      new Set(Object.keys(applicantKinds)),
    );
    assert.equal(new Set(cases.map(({ agency }) => agency)).size, 22);
    assert.deepEqual(
      new Set(cases.flatMap((planned) => outcomeOf(planned) ?? [])),
      new Set(outcomes.map(({ id }) => id)),
    );
  });

  it('lets people of the agency act on working days in working hours only, one thing after the other', () => {
    for (const { acts } of planCases(calendar, until))
      for (const [index, { at, by, step }] of acts.entries()) {
        const before = acts[index - 1]?.at;
        assert.ok(!before || before <= at, step);
        if (by === 'applicant') continue;
        const day = civilDateInShanghai(at.getTime());
        const minute = (at.getTime() - Date.parse(`${day}T00:00:00+08:00`)) / 60_000;
        assert.ok(isWorkingDay(calendar, day).working, `${step} on ${day}`);
        assert.deepEqual(dateOf(inHours(calendar, { day, minute })), at, `${step} at ${at.toISOString()}`);
      }
  });
});

describe('the applications of the demonstration', async () => {
  const spine = await openSpine();
  const { db } = spine;
  let left = 0;

  // A part of the everyday cases, and everything that stands somewhere today.
  before(async () => {
    await setUpDemonstration(spine);
    left = (await fillApplications(spine, { until, share: 0.02 })).left;
  });

  it('all go as planned', () => assert.equal(left, 0));

  it('stand in every state there is', async () => {
    const rows = await db.selectFrom('request').select('state').distinct().execute();
    assert.deepEqual(
      requestStateNames.filter((name) => !rows.some(({ state }) => state === name)),
      [],
    );
  });

  it('have clocks that are derived again from what was done', async () => {
    const calendar = await readCalendar(db, inventedRegion);
    for (const row of await db.selectFrom('request').selectAll().execute()) {
      const { state, outcome, received_on, due_on } = row;
      assert.deepEqual(
        { state, outcome, received_on, due_on },
        await deriveRequest(db, row, calendar, until),
        row.number,
      );
    }
  });

  it('balance in the annual report: new and carried over are concluded or carried on, by agency, year and kind', async () => {
    const { rows } = await sql<{
      agency: string;
      kind: string;
      came: number;
      ended: number | null;
      outcome: OutcomeId | null;
    }>`
      select r.agency_id as agency, r.applicant_kind as kind, extract(year from r.submitted_on)::int as came,
        (select extract(year from min(s.happened_on))::int from request_step s where s.request_id = r.id
          and s.step in ('deliver', 'answer_on_the_spot', 'withdraw', 'close_uncorrected', 'close_unpaid')) as ended,
        r.outcome
      from request r`.execute(db);
    assert.ok(rows.length > 40);
    for (const { ended, came, outcome } of rows) {
      assert.equal(ended === null, outcome === null, 'what is concluded has its outcome, and only that');
      if (ended === null || outcome === null) continue;
      assert.ok(ended >= came);
      assert.ok(rowOfOutcome(outcome, '2021'), outcome);
    }
    for (const agency of new Set(rows.map((row) => row.agency)))
      for (const kind of Object.keys(applicantKinds))
        for (const year of [2024, 2025, 2026]) {
          const own = rows.filter((row) => row.agency === agency && row.kind === kind);
          const count = (that: (row: (typeof own)[number]) => boolean): number => own.filter(that).length;
          const fresh = count(({ came }) => came === year);
          const carried = count(({ came, ended }) => came < year && (ended ?? 9999) >= year);
          const byRow = outcomes.map(({ id }) =>
            count(({ ended, outcome }) => ended === year && outcome === id),
          );
          const open = count(({ came, ended }) => came <= year && (ended ?? 9999) > year);
          assert.equal(fresh + carried, byRow.reduce((sum, one) => sum + one, 0) + open);
        }
  });

  it('have papers: lists that wait to be redacted, and a partial disclosure with its reasons', async () => {
    const rows = await db
      .selectFrom('request_file')
      .innerJoin('request', 'request.id', 'request_file.request_id')
      .select([
        'request_file.kind',
        'is_provided',
        'reasons',
        'original_id',
        'request.state',
        'request.outcome',
      ])
      .execute();
    const waiting = rows.filter(({ kind, state }) => kind === 'information' && state === 'handling');
    assert.ok(waiting.length >= 3);
    const redacted = rows.filter(
      ({ kind, outcome }) => kind === 'redacted' && outcome === 'partially_disclosed',
    );
    assert.ok(redacted.length > 0);
    for (const { is_provided, reasons, original_id } of redacted) {
      assert.ok(is_provided && original_id);
      const codes = (reasons as readonly { code: string }[]).map(({ code }) => code);
      for (const code of ['identity_number', 'phone', 'financial_account', 'address', 'name', 'minor'])
        assert.ok(codes.includes(code), code);
    }
    for (const kind of ['identity_proof', 'scan'])
      assert.ok(
        rows.some((row) => row.kind === kind),
        kind,
      );
  });

  it('are in the record, whose chain verifies', async () => {
    await sealEvents(db, 'sha256');
    const verified = await verifyChain(db, { algorithm: 'sha256' });
    assert.equal(verified.ok, true, JSON.stringify(verified));
    const denied = await db
      .selectFrom('event')
      .select('id')
      .where('kind', '=', 'permission_denied')
      .execute();
    assert.equal(denied.length, 0);
  });

  it('leave nothing to be sent or read of what is long past', async () => {
    const longAgo = new Date(until.getTime() - 4 * 86_400_000);
    const mails = await db.selectFrom('mail').select('id').where('created_at', '<', longAgo).execute();
    assert.equal(mails.length, 0);
    const unread = await db
      .selectFrom('notification')
      .select('id')
      .where('created_at', '<', longAgo)
      .where('read_at', 'is', null)
      .execute();
    assert.equal(unread.length, 0);
  });

  it('are entered once, however often the job is taken up again', async () => {
    const count = async () => {
      const { rows } = await sql`select (select count(*)::int from request) as requests,
        (select count(*)::int from request_step) as steps, (select count(*)::int from event) as events`.execute(
        db,
      );
      return rows[0];
    };
    const once = await count();
    assert.equal((await fillApplications(spine, { until, share: 0.02 })).left, 0);
    assert.deepEqual(await count(), once);
  });
});
