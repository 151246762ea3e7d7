import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ApplicantStep,
  applicantSteps,
  isEnded,
  may,
  type StepInput,
  stepInputs,
  type TakenStep,
  takenSteps,
} from '@gongkai/contract';
import type { IrregularityCode } from '@gongkai/statute';
import fc from 'fast-check';
import { type Caller, PermissionDenied } from '../agency/index.ts';
import { buildAgency, buildPerson, callerFor } from '../agency/people-test-kit.ts';
import { Refusal } from '../platform/refusal.ts';
import { takeStepAsApplicant } from './applicant-access.ts';
import { calendarOf, clockOf, todayOf } from './case-clock.ts';
import { type Case, loadCase } from './load-case.ts';
import { type Act, act, inputFor } from './request-model-test-kit.ts';
import { openTestOffice } from './request-test-kit.ts';
import { situationOf } from './situation.ts';
import { stepOf } from './step-table.ts';
import { actionOf, stepsAllowed, whyNot } from './steps-allowed.ts';
import type { Receipt } from './submit-request.ts';

/** What may be out of order although every step was allowed: lateness that the law doesn't void. */
const lateness: ReadonlySet<IrregularityCode> = new Set([
  'correction_late',
  'corrected_late',
  'mail_confirmed_late',
  'consultation_late',
  'opinion_late',
  'paid_late',
  'replied_late',
]);

const office = await openTestOffice();
const { spine, officeId, people, clock } = office;
const another = await office.as('officer', officeId);
const hats = ['officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head'] as const;
const many = callerFor(spine, await buildPerson(spine, officeId, hats), hats);
const strangerHome = await buildAgency(spine, { name: '邻区政府' });
const stranger = callerFor(spine, await buildPerson(spine, strangerHome, hats), hats);
const administrator = await office.as('system_administrator', officeId);
const staff = [...Object.values(people), another, many];
/** Whoever takes a step: somebody with an account, or the applicant with number and query code. */
type Who = Caller | 'applicant';
const everybody: readonly Who[] = [...staff, stranger, administrator, 'applicant'];

const mayTake =
  (who: Who) =>
  (action: Parameters<typeof may>[1]): boolean =>
    who !== 'applicant' && may(who.held, action, { agencyId: officeId, agenciesAbove: [] });

const isForApplicants = (step: TakenStep): step is ApplicantStep =>
  (applicantSteps as readonly TakenStep[]).includes(step);

const parsed = <S extends TakenStep>(step: S, input: object): StepInput<S> | null => {
  const { success, data } = stepInputs[step].safeParse(input);
  return success ? (data as StepInput<S>) : null;
};

const take = async (who: Who, receipt: Receipt, step: TakenStep, input: object): Promise<unknown> => {
  try {
    if (who !== 'applicant') await office.take(who, receipt.id, step, input as never);
    else if (isForApplicants(step))
      await takeStepAsApplicant(spine, { requestId: null }, receipt, { step, input: input as never });
    else return new Refusal('forbidden', 'STEP_NOT_ALLOWED', 'applicants have no such step');
    return null;
  } catch (error) {
    return error;
  }
};

const used = new Map<TakenStep, number>();

/** Taken as often as the others they would keep nearly every application from getting far. */
const cuttingShort: ReadonlySet<TakenStep> = new Set([
  'withdraw',
  'send_back',
  'waive_fee',
  'answer_on_the_spot',
]);

/** What holds at all times: the application is there, whole, and its clock says when or why not. */
const checkCase = async (id: string, before: Case | null): Promise<Case> => {
  const found = await loadCase(spine.db, id);
  const { row, facts, steps } = found;
  assert.equal(row.state, facts.state);
  assert.equal(row.outcome, facts.outcome);
  assert.equal(isEnded(facts.state), facts.outcome !== null, 'over with an outcome, and only then');
  if (before?.facts.outcome) assert.equal(facts.outcome, before.facts.outcome, 'one outcome for ever');
  const said = clockOf(steps, await calendarOf(spine.db, officeId), todayOf(clock.now));
  if (said.due === null && !isEnded(facts.state))
    assert.ok(
      ['waiting_for_confirmation', 'waiting_for_correction', 'waiting_for_payment', 'paused'].includes(
        said.state,
      ),
      `no due date in ${said.state}`,
    );
  assert.deepEqual(
    said.irregularities.map(({ code }) => code).filter((code) => !lateness.has(code)),
    [],
  );
  // A signed reply has passed the three after its last drafting, none of them its drafter.
  const drafted = steps.findLastIndex(({ step }) => step === 'draft_decision');
  const passed = steps
    .slice(drafted + 1)
    .filter(({ step }) => /^(review|review_secrecy|approve)$/.test(step));
  if (steps.slice(drafted + 1).some(({ step }) => step === 'sign')) {
    assert.deepEqual(
      passed.map(({ step }) => step),
      ['review', 'review_secrecy', 'approve'],
    );
    assert.ok(passed.every(({ personId }) => personId && personId !== steps[drafted]?.personId));
    assert.equal(new Set(passed.map(({ personId }) => personId)).size, 3);
  } else if (!steps.some(({ step }) => step === 'answer_on_the_spot'))
    assert.notEqual(facts.state, 'delivered', 'delivered without being signed');
  const { count } = await spine.db
    .selectFrom('event')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow();
  assert.equal(count, steps.length, 'each step stands in the audit log once');
  return found;
};

const isRefusal = (error: unknown): boolean =>
  error === null || error instanceof Refusal || error instanceof PermissionDenied;

const play = async (
  receipt: Receipt,
  found: Case,
  { pick, who, wild, twice, ...given }: Act,
): Promise<void> => {
  const situation = await situationOf(spine.db, found, { now: clock.now, personId: null });
  const { id } = receipt;
  const choices = staff.flatMap((caller) =>
    stepsAllowed({ ...situation, personId: caller.actor.id }, mayTake(caller)).map((choice) => ({
      caller,
      ...choice,
    })),
  );
  const allowed: readonly { readonly caller: Who; readonly step: TakenStep }[] = [
    ...choices.filter((choice) => choice.allowed),
    ...applicantSteps
      .filter((step) => whyNot(step, situation) === null)
      .map((step) => ({ caller: 'applicant' as const, step })),
  ];
  const onTheWay = [...new Set(allowed.map(({ step }) => step))]
    .filter((step) => given.variant % 7 === 0 || !cuttingShort.has(step) || !used.has(step))
    .sort((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0));
  const step =
    wild || onTheWay.length === 0
      ? takenSteps[(who * 7 + pick) % takenSteps.length]!
      : onTheWay[used.has(onTheWay[0]!) ? pick % onTheWay.length : 0]!;
  const able = allowed.filter((choice) => choice.step === step).map(({ caller }) => caller);
  const caller = wild || able.length === 0 ? everybody[who % everybody.length]! : able[who % able.length]!;
  const input = parsed(step, inputFor(step, found.facts, { pick, who, wild, twice, ...given }, clock.now));
  if (input === null) return;

  const second = able.find((other) => other !== caller) ?? caller;
  const errors = await Promise.all([
    take(caller, receipt, step, input),
    ...(twice && !wild ? [take(second, receipt, step, input)] : []),
  ]);
  for (const error of errors) assert.ok(isRefusal(error), String(error));
  const done = errors.filter((error) => error === null).length;
  if (stepOf(step).to !== null) assert.ok(done <= 1, `${step} was done twice`);
  const after = await loadCase(spine.db, id);
  assert.equal(after.steps.length, found.steps.length + done, 'a refused step leaves nothing behind');
  if (done > 0) used.set(step, (used.get(step) ?? 0) + done);

  const isAble = able.includes(caller);
  if (!isAble) assert.equal(errors[0] === null, false, `${step} was done although it was not allowed`);
  if (caller === 'applicant' && !isAble) assert.ok(errors[0] instanceof Refusal, `${step} by the applicant`);
  else if (
    (caller !== 'applicant' && !mayTake(caller)(actionOf(step, found.facts.state) ?? 'request.handle')) ||
    caller === stranger
  )
    assert.ok(errors[0] instanceof PermissionDenied, `${step} by somebody without the right`);
  else if (isAble && done === 0)
    assert.ok(
      errors.every((error) => ['STEP_INCOMPLETE', 'STEP_DATE_WRONG'].includes((error as Refusal).code)),
      `${step} is offered, and refused: ${errors[0]}`,
    );
};

test('no path loses an application, ends it without its one outcome, breaks its clock or skips an approval', async () => {
  const channel = fc.constantFrom('internet', 'in_person', 'ordinary_mail', 'other_agency', 'fax' as const);
  await fc.assert(
    fc.asyncProperty(channel, fc.array(act, { minLength: 25, maxLength: 45 }), async (came, acts) => {
      clock.now = new Date('2026-01-05T01:00:00Z');
      const receipt =
        came === 'internet' ? await office.submit() : await office.register(came, todayOf(clock.now));
      let found = await checkCase(receipt.id, null);
      for (const one of acts) {
        // Applicants who have had a notice are silent now and then until its period is over.
        const { state, correction, fee } = found.facts;
        const isTold =
          (state === 'awaiting_correction' && correction?.receivedOn) ||
          (state === 'awaiting_payment' && fee?.receivedOn);
        const closes = state === 'awaiting_correction' ? 'close_uncorrected' : 'close_unpaid';
        const isSilent = isTold && (!used.has(closes) || one.variant % 2 === 0);
        clock.pass((one.days + (isSilent ? 45 : 0)) * 24 * 60);
        await play(receipt, found, one);
        found = await checkCase(receipt.id, found);
        if (found.facts.state === 'archived' && found.facts.rating !== null) break;
      }
    }),
    { numRuns: 28, endOnFailure: true, seed: 20260322 },
  );
  assert.deepEqual(
    takenSteps.filter((step) => !used.has(step)),
    [],
    'every step is reached',
  );
});

test('an applicant corrects and withdraws with number and query code, and nobody does with another’s', async () => {
  clock.now = new Date('2026-03-02T01:00:00Z');
  const [own, other] = [await office.submit(), await office.submit()];
  const as = (proof: { number: string; queryCode: string }) => ({
    withdraw: () =>
      takeStepAsApplicant(spine, { requestId: null }, proof, {
        step: 'withdraw',
        input: { reason: null },
      }),
    correct: () =>
      takeStepAsApplicant(spine, { requestId: null }, proof, {
        step: 'receive_correction',
        input: { description: '写明了' },
      }),
  });
  const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
  await assert.rejects(
    as({ number: own.number, queryCode: other.queryCode }).withdraw(),
    refused('REQUEST_NOT_OPEN_HERE'),
  );
  await assert.rejects(as(own).correct(), refused('STEP_NOT_ALLOWED'));
  await office.take(people.officer, own.id, 'confirm_receipt');
  await office.take(people.officer, own.id, 'ask_for_correction', { workingDays: 5, matter: '不明确' });
  const typed = {
    number: own.number.replace('〔', '[').replace('〕', ']'),
    queryCode: own.queryCode.toLowerCase().replaceAll('-', ' '),
  };
  assert.equal((await as(typed).correct()).state, 'handling');
  assert.equal((await as(own).withdraw()).state, 'withdrawn');
  assert.equal((await loadCase(spine.db, own.id)).row.outcome, 'withdrawn');
});
