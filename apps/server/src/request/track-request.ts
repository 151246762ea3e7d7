import { applicantSteps, requestStates, type TakenStep, type TrackedRequest } from '@gongkai/contract';
import type { Spine } from '../platform/spine.ts';
import { caseOfReceipt, type ReceiptProof } from './applicant-access.ts';
import { filesForApplicant } from './file/applicant-files.ts';
import { lettersForApplicant } from './letter/letters-of.ts';
import type { Case } from './load-case.ts';
import { presentClock } from './present-clock.ts';
import { nameOfOutcome } from './present-line.ts';
import { openTexts } from './seal-texts.ts';
import { situationOf } from './situation.ts';
import type { Situation } from './step-definition.ts';
import { stepOf, toldOfStep } from './step-table.ts';
import { whyNot } from './steps-allowed.ts';

/** What the agency wrote to the applicant in a step, the last of its kind. */
const matterOf = async (
  { db, cipher }: Spine,
  { row }: Case,
  step: Extract<TakenStep, 'ask_for_correction' | 'ask_for_reasons'>,
): Promise<string | null> => {
  const found = await db
    .selectFrom('request_step')
    .select('sealed')
    .where('agency_id', '=', row.agency_id)
    .where('request_id', '=', row.id)
    .where('step', '=', step)
    .orderBy('position', 'desc')
    .executeTakeFirst();
  const { matter } = openTexts(cipher, 'step', found?.sealed ?? null);
  return typeof matter === 'string' ? matter : null;
};

/** 条例第四十五条 doesn't show applicants the agency's own stages: to them a reply that is on its way is being handled. */
const stateForApplicant = ({ state }: Case['facts']): string =>
  (['in_review', 'in_secrecy_review', 'awaiting_approval', 'approved', 'signed'] as string[]).includes(state)
    ? requestStates.handling
    : requestStates[state];

const feeForApplicant = ({ facts: { fee }, clock }: Situation): TrackedRequest['fee'] =>
  fee?.stage === 'asked'
    ? {
        amount: fee.amount,
        dueOn: clock.deadlines.find(({ kind }) => kind === 'payment')?.due ?? null,
        agreed: fee.agreedOn !== null,
      }
    : null;

/** By when the applicant is to correct or to pay. */
const answerByForApplicant = ({ facts, clock }: Situation): TrackedRequest['answerBy'] => {
  const kind =
    facts.state === 'awaiting_correction'
      ? 'correction'
      : facts.state === 'awaiting_payment'
        ? 'payment'
        : null;
  const found = clock.deadlines.findLast((deadline) => deadline.kind === kind);
  return found?.due ? { on: found.due, workingDaysLeft: found.workingDaysLeft } : null;
};

/** What an applicant sees of the application, by number and query code. Throws `Refusal` REQUEST_NOT_OPEN_HERE. */
export const trackRequest = async (spine: Spine, proof: ReceiptProof): Promise<TrackedRequest> => {
  const found = await caseOfReceipt(spine, proof);
  const { row, facts, steps } = found;
  const { name } = await spine.db
    .selectFrom('agency')
    .select('name')
    .where('id', '=', row.agency_id)
    .executeTakeFirstOrThrow();
  const situation = await situationOf(spine.db, found, { now: spine.now(), personId: null });
  const asksReasons =
    facts.outcome === null && facts.reasonsAskedOn !== null && facts.reasonsGivenOn === null;
  return {
    number: row.number,
    agencyName: name,
    stateName: stateForApplicant(facts),
    submittedOn: row.submitted_on,
    outcomeName: nameOfOutcome(row.outcome),
    documentNumber: facts.outcome ? (facts.decision?.documentNumber ?? null) : null,
    clock: presentClock(found, situation),
    correction:
      facts.state === 'awaiting_correction' ? await matterOf(spine, found, 'ask_for_correction') : null,
    fee: facts.outcome === null ? feeForApplicant(situation) : null,
    answerBy: answerByForApplicant(situation),
    reasonsAsked: asksReasons ? await matterOf(spine, found, 'ask_for_reasons') : null,
    letters: await lettersForApplicant(spine, row),
    files: (await filesForApplicant(spine, row)).map(
      ({ id, kindName, name, size, mediaType, isProvided }) => ({
        id,
        kindName,
        name,
        size,
        mediaType,
        isProvided,
      }),
    ),
    rated: facts.rating !== null,
    isDestroyed: row.applicant === null,
    timeline: steps.flatMap((step) => {
      const title = toldOfStep(step);
      return title === null ? [] : [{ on: step.on, title }];
    }),
    steps: applicantSteps
      .filter((step) => whyNot(step, situation) === null)
      .map((step) => ({ step, title: stepOf(step).title, consequence: stepOf(step).consequence })),
  };
};
