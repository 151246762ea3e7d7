import type { Applicant, CaseClock } from '@gongkai/contract';
import { may, type RequestCase, requestStates, type TrackedRequest } from '@gongkai/contract';
import { type Caller, permit, permitReading, recordReading, rolesFor } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';
import type { Spine } from '../platform/spine.ts';
import { caseOfReceipt, type ReceiptProof } from './applicant-access.ts';
import { calendarOf, clockOf, explainClockOf, todayOf } from './case-clock.ts';
import { type Case, loadCase } from './load-case.ts';
import { nameOfOutcome, presentLine } from './request-queries.ts';
import { openTexts, type Texts } from './seal-texts.ts';
import { situationOf } from './situation.ts';
import { stepOf } from './step-table.ts';
import { stepsAllowed, whyNot } from './steps-allowed.ts';

/** The clock with every day of it. */
const presentClock = async (spine: Spine, { row, steps }: Case): Promise<CaseClock> => {
  const today = todayOf(spine.now());
  const calendar = await calendarOf(spine.db, row.agency_id);
  const clock = clockOf(steps, calendar, today);
  const { sentences, days } = explainClockOf(steps, calendar, today);
  return {
    state: clock.state,
    receivedOn: clock.received,
    dueOn: clock.due,
    workingDays: clock.workingDays,
    workingDaysLeft: clock.workingDaysLeft,
    workingDaysOverdue: clock.workingDaysOverdue,
    isProvisional: clock.provisional,
    sentences: [...sentences],
    irregularities: clock.irregularities.map(({ on, article, message }) => ({ on, article, message })),
    periods: clock.periods.map(({ consulted, ...period }) => ({
      ...period,
      consulted: consulted?.name ?? null,
    })),
    days: days.map(({ reason: _, ...day }) => day),
    deadlines: clock.deadlines.flatMap(
      ({ kind, name, due, status, article, consequence, workingDaysLeft }) =>
        kind === 'reply' ? [] : [{ kind, name, due, status, article, consequence, workingDaysLeft }],
    ),
  };
};

/** What was done, with the names of who did it. `texts`: with what they wrote. */
const timelineOf = async (
  { db, cipher }: Spine,
  { row }: Case,
  withTexts: boolean,
): Promise<RequestCase['timeline']> => {
  const rows = await db
    .selectFrom('request_step as step')
    .leftJoin('person', 'person.id', 'step.person_id')
    .selectAll('step')
    .select('person.name as personName')
    .where('step.agency_id', '=', row.agency_id)
    .where('step.request_id', '=', row.id)
    .orderBy('step.position')
    .execute();
  return rows.map((step) => ({
    position: step.position,
    step: step.step,
    title: step.step === 'submit' ? '提出申请' : stepOf(step.step as never).title,
    on: step.happened_on,
    at: step.at.toISOString(),
    personId: step.person_id,
    personName: step.personName,
    facts: step.facts as Record<string, unknown>,
    texts: withTexts ? { ...openTexts(cipher, 'step', step.sealed) } : {},
  }));
};

/** 条例第三十五条、第三十六条第（六）项: what the same applicant has asked this agency for before or since. */
const relatedTo = async (db: Db, { row }: Case): Promise<RequestCase['related']> => {
  if (row.identity_index === null && row.phone_index === null) return [];
  const rows = await db
    .selectFrom('request')
    .select(['id', 'number', 'submitted_on', 'state', 'outcome', 'matter_index'])
    .where('agency_id', '=', row.agency_id)
    .where('id', '<>', row.id)
    .where((e) =>
      e.or([
        ...(row.identity_index ? [e('identity_index', '=', row.identity_index)] : []),
        ...(row.phone_index ? [e('phone_index', '=', row.phone_index)] : []),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id, number, submitted_on, state, outcome, matter_index }) => ({
    id,
    number,
    submittedOn: submitted_on,
    stateName: requestStates[state],
    outcomeName: nameOfOutcome(outcome),
    isSameMatter: matter_index.equals(row.matter_index),
  }));
};

/**
 * One application with its clock, its timeline and the steps that this person may take now. Whoever supervises from
 * above sees how it stands, and nothing that applicants or third parties wrote. Throws `PermissionDenied`, `Refusal`
 * REQUEST_NOT_FOUND.
 */
export const readRequest = async (spine: Spine, caller: Caller, id: string): Promise<RequestCase> => {
  const { db, cipher } = spine;
  const found = await loadCase(db, id);
  const { row } = found;
  await permitReading(spine, caller, 'request.view', row.agency_id);
  const isOwn = rolesFor(caller, 'request.view').some(
    ({ role, agencyId }) => agencyId === row.agency_id && role !== 'supervisor',
  );
  const personId = caller.actor.kind === 'person' ? caller.actor.id : null;
  const situation = await situationOf(db, found, { now: spine.now(), personId });
  return {
    ...presentLine(spine, row),
    form: row.form,
    way: row.way,
    content: isOwn && row.content ? (openTexts(cipher, 'content', row.content) as never) : null,
    clock: await presentClock(spine, found),
    timeline: await timelineOf(spine, found, isOwn),
    steps: [
      ...stepsAllowed(situation, (action) =>
        may(rolesFor(caller, action), action, { agencyId: row.agency_id, agenciesAbove: [] }),
      ),
    ],
    related: isOwn ? await relatedTo(db, found) : [],
  };
};

/** The applicant in full, on purpose: the reading stands in the record with its reason (个人信息保护法第五十一条). */
export const showApplicant = async (
  spine: Spine,
  caller: Caller,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Applicant | null> => {
  const { row } = await loadCase(spine.db, id);
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'request.show_applicant', row.agency_id);
    record({
      kind: 'personal_data_shown',
      agencyId: row.agency_id,
      subject: { kind: 'request', id },
      data: { fields: ['申请人'], reason },
    });
  });
  return (
    row.applicant && ({ ...noApplicant, ...openTexts(spine.cipher, 'applicant', row.applicant) } as Applicant)
  );
};

/** What isn't given isn't sealed. */
const noApplicant = { identity: null, contactPerson: null, phone: null, email: null, address: null } as const;

const correctionText = async ({ db, cipher }: Spine, { row, facts }: Case): Promise<string | null> => {
  if (facts.state !== 'awaiting_correction') return null;
  const step = await db
    .selectFrom('request_step')
    .select('sealed')
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .where('step', '=', 'ask_for_correction')
    .executeTakeFirst();
  const { matter } = openTexts(cipher, 'step', step?.sealed ?? null) as Texts & { readonly matter?: string };
  return matter ?? null;
};

/** 条例第四十五条 doesn't show applicants the agency's own stages: to them a reply that is on its way is being handled. */
const stateForApplicant = ({ state }: Case['facts']): string =>
  (['in_review', 'in_secrecy_review', 'awaiting_approval', 'approved', 'signed'] as string[]).includes(state)
    ? requestStates.handling
    : requestStates[state];

/** What an applicant sees of the application, by number and query code. Throws `Refusal` REQUEST_NOT_OPEN_HERE. */
export const trackRequest = async (spine: Spine, proof: ReceiptProof): Promise<TrackedRequest> => {
  const found = await caseOfReceipt(spine, proof);
  const { row, facts } = found;
  const { name } = await spine.db
    .selectFrom('agency')
    .select('name')
    .where('id', '=', row.agency_id)
    .executeTakeFirstOrThrow();
  const situation = await situationOf(spine.db, found, { now: spine.now(), personId: null });
  return {
    number: row.number,
    agencyName: name,
    stateName: stateForApplicant(facts),
    submittedOn: row.submitted_on,
    outcomeName: nameOfOutcome(row.outcome),
    documentNumber: facts.outcome ? (facts.decision?.documentNumber ?? null) : null,
    clock: await presentClock(spine, found),
    correction: await correctionText(spine, found),
    steps: (['receive_correction', 'withdraw'] as const)
      .filter((step) => stepOf(step).byApplicant && whyNot(step, situation) === null)
      .map((step) => ({ step, title: stepOf(step).title, consequence: stepOf(step).consequence })),
  };
};
