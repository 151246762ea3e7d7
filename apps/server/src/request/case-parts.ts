import { type RequestCase, requestStates } from '@gongkai/contract';
import { type Clock, thirdPartyAnswerNames } from '@gongkai/statute';
import type { Db } from '../platform/database/open-database.ts';
import type { Spine } from '../platform/spine.ts';
import { findAlike } from './list/find-alike.ts';
import type { Case } from './load-case.ts';
import { nameOfOutcome } from './present-line.ts';
import { openContent, openTexts } from './seal-texts.ts';
import { titleOfStep } from './step-table.ts';

type Timeline = RequestCase['timeline'];

/** What was done, with the names of who did it. `withTexts`: with what they wrote. */
export const timelineOf = async (
  { db, cipher }: Spine,
  { row }: Case,
  withTexts: boolean,
): Promise<Timeline> => {
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
    title: titleOfStep(step.step, step.facts),
    on: step.happened_on,
    at: step.at.toISOString(),
    personId: step.person_id,
    personName: step.personName,
    facts: step.facts as Record<string, unknown>,
    texts: withTexts ? { ...openTexts(cipher, 'step', step.sealed) } : {},
  }));
};

/** 经办人. */
export const officerOf = async (db: Db, { row }: Case): Promise<RequestCase['officer']> =>
  row.officer_id === null
    ? null
    : await db
        .selectFrom('person')
        .select(['id', 'name'])
        .where('id', '=', row.officer_id)
        .executeTakeFirstOrThrow();

/**
 * 条例第三十五条、第三十六条第（六）项: what the same applicant has asked this agency for before or since, and what is near in
 * its wording.
 */
export const relatedTo = async (spine: Spine, { row }: Case): Promise<RequestCase['related']> => {
  const content = openContent(spine.cipher, row.content);
  if (content === null) return [];
  const alike = await findAlike(spine, {
    agencyId: row.agency_id,
    identity: row.identity_index,
    phone: row.phone_index,
    name: null,
    content,
    exceptId: row.id,
  });
  return alike.map(({ row: { id, number, submitted_on, state, outcome }, sameApplicant, likeness }) => ({
    id,
    number,
    submittedOn: submitted_on,
    stateName: requestStates[state],
    outcomeName: nameOfOutcome(outcome),
    sameApplicant,
    likeness,
  }));
};

/** What silence means, by whom was asked (条例第三十二条, 第三十四条); another organ has no period of its own. */
const silence = {
  third_party: '逾期未提出意见，由本机关决定是否公开',
  joint_maker: '逾期未提出意见，视为同意公开',
  other_organ: '逾期未提出意见',
} as const;

/** Whose opinion was asked, until when, and what came of it. */
export const consultationsOf = (
  { facts }: Case,
  { deadlines, asOf }: Clock,
  timeline: Timeline,
): RequestCase['consultations'] =>
  facts.consultations.map(({ id, party, label, sentOn, deliveredOn, answer, closedOn }) => {
    const step = timeline.find((one) => one.step === 'consult' && one.facts.consultationId === id);
    const name = step?.texts.name;
    const dueOn =
      deadlines.find((deadline) => deadline.kind.endsWith('_opinion') && deadline.name === label)?.due ??
      null;
    const isSilent = answer === null && dueOn !== null && (closedOn ?? asOf) > dueOn;
    return {
      id,
      party,
      label,
      name: typeof name === 'string' ? name : null,
      sentOn,
      deliveredOn,
      dueOn,
      answer: answer ?? (isSilent ? 'silent' : null),
      answerName: answer ? thirdPartyAnswerNames[answer] : isSilent ? silence[party] : null,
      closedOn,
    };
  });

/** The decision on its way or made, and who drafted it. */
export const decisionOf = ({ facts: { decision } }: Case, timeline: Timeline): RequestCase['decision'] =>
  decision && {
    outcome: decision.outcome,
    outcomeName: nameOfOutcome(decision.outcome) ?? '',
    documentNumber: decision.documentNumber,
    draftedBy: timeline.find(({ personId }) => personId === decision.draftedBy)?.personName ?? null,
  };

/** The fee asked for; null where there is none, or its notice was taken back. */
export const feeOf = ({ facts: { fee } }: Case): RequestCase['fee'] =>
  fee === null || fee.stage === 'waived'
    ? null
    : {
        amount: fee.amount,
        quantity: fee.quantity,
        scheme: fee.scheme,
        noticeOn: fee.on,
        agreedOn: fee.agreedOn,
        paidOn: fee.paidOn,
      };

/** How the applicant rated the service. */
export const ratingOf = ({ facts }: Case, timeline: Timeline): RequestCase['rating'] => {
  if (facts.rating === null) return null;
  const comment = timeline.find(({ step }) => step === 'rate_service')?.texts.comment;
  return { score: facts.rating, comment: typeof comment === 'string' ? comment : null };
};
