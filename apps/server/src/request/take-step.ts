import type { RequestState, StepInput, TakenStep } from '@gongkai/contract';
import {
  type CivilDate,
  citeShort,
  getOutcome,
  inChinese,
  isCivilDate,
  type OutcomeId,
} from '@gongkai/statute';
import { actAs, type Caller, permit } from '../agency/index.ts';
import type { Work } from '../platform/act.ts';
import type { Event } from '../platform/event/event.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { type FreezeCase, freezeCaseJobName } from './archive/freeze-job-name.ts';
import { clockOf } from './case-clock.ts';
import { completeStep } from './complete-step.ts';
import { readFacts } from './facts.ts';
import { isProviding } from './file/file-rules.ts';
import { provideNothing } from './file/keep-files.ts';
import { issueLetter } from './letter/issue-letter.ts';
import { type Case, loadCase } from './load-case.ts';
import { mailApplicant } from './mail-applicant.ts';
import { tellDrafter } from './notify-staff.ts';
import { situationOf } from './situation.ts';
import type { Step } from './step.ts';
import type { Situation, StepDefinition } from './step-definition.ts';
import { stepOf, stepTable } from './step-table.ts';
import { actionOf, samePerson, whyNot } from './steps-allowed.ts';
import { settleCase } from './work-of.ts';
import { writeStep } from './write-step.ts';

/** What came of a step. */
export interface Taken {
  readonly state: RequestState;
  readonly position: number;
}

/**
 * The day a step happened: today, or an earlier one that was given. What moves an application on happens in order;
 * what goes on beside it happened after the application was received at least.
 */
const dayOf = <S extends TakenStep>(
  definition: StepDefinition<S>,
  input: StepInput<S>,
  situation: Situation,
): CivilDate => {
  const { facts, clock, today } = situation;
  const given = (input as { readonly on?: string | undefined }).on;
  if (given === undefined) return today;
  if (!isCivilDate(given))
    throw new Refusal('invalid', 'STEP_DATE_WRONG', '日期超出了可以办理的范围，请核对。', 'on');
  if (given > today)
    throw new Refusal('invalid', 'STEP_DATE_WRONG', `日期不能晚于今天（${inChinese(today)}）。`, 'on');
  const [least = facts.submittedOn] = [
    definition.to === null ? (clock.received ?? facts.submittedOn) : facts.since,
    definition.earliest?.(input, situation) ?? facts.submittedOn,
  ]
    .toSorted()
    .toReversed();
  if (given < least)
    throw new Refusal(
      'invalid',
      'STEP_DATE_WRONG',
      `日期不能早于${inChinese(least)}：这件申请在这一步之前的记录是那一天的。`,
      'on',
    );
  return given;
};

const refuseWhereNot = <S extends TakenStep>(name: S, input: StepInput<S>, situation: Situation): void => {
  const definition = stepTable[name] as StepDefinition<S>;
  const reason = whyNot(name, situation);
  if (reason !== null)
    throw new Refusal('conflict', 'STEP_NOT_ALLOWED', `现在不能“${definition.title}”：${reason}。`);
  const same = definition.passes === undefined ? null : samePerson(situation, definition.passes);
  if (same !== null) throw new Refusal('forbidden', 'SAME_PERSON', `${same}。请由其他人员办理。`);
  const wrong = definition.check?.(input, situation) ?? null;
  if (wrong !== null) throw new Refusal('invalid', 'STEP_INCOMPLETE', `${wrong}。`);
};

/** The step as an event: its article, and what of it stands in clear. Never a text that somebody wrote. */
const eventOf = (definition: StepDefinition, { row }: Case, { facts, on }: Step): Event => {
  const { outcome, ...rest } = facts as Readonly<Record<string, unknown>> & { readonly outcome?: OutcomeId };
  const decided = outcome === undefined ? null : getOutcome(outcome);
  const article = decided?.basis.length ? decided.basis.map(citeShort).join('、') : definition.article;
  return {
    kind: definition.event,
    subject: { kind: 'request', id: row.id },
    agencyId: row.agency_id,
    ...(article !== null && { article }),
    data: { number: row.number, on, ...rest, ...(decided && { outcome: decided.name }) },
  };
};

/**
 * Does a step within an act: judges it by the row of the table, writes it with the letter that goes with it, brings
 * state, clock and work items up to date, and tells the applicant. The application's row is locked, and whoever acts
 * has been permitted. Throws `Refusal` STEP_NOT_ALLOWED, SAME_PERSON, STEP_DATE_WRONG, STEP_INCOMPLETE,
 * LETTER_INCOMPLETE, LETTER_EDIT_WRONG.
 */
export const doStep = async <S extends TakenStep>(
  spine: Spine,
  work: Work,
  found: Case,
  personId: string | null,
  { step: name, input }: { readonly step: S; readonly input: StepInput<S> },
): Promise<Taken> => {
  const { db, now, record } = work;
  const definition = stepTable[name] as StepDefinition<S>;
  const situation = await situationOf(db, found, { now, personId });
  refuseWhereNot(name, input, situation);
  const on = dayOf(definition, input, situation);
  const { facts, texts } = await completeStep(name, input, { db, now, found, situation, on });
  const step = { step: name, position: found.steps.length + 1, on, personId, facts } as Step;
  await writeStep(spine, work, found.row, step, texts);
  const steps = [...found.steps, step];
  const after = { row: found.row, steps, facts: readFacts(steps) };
  if (name === 'draft_decision' && !isProviding(after.facts.decision?.outcome ?? null))
    await provideNothing(db, found.row);
  await issueLetter(spine, work, after, step, { ...input });
  const clock = clockOf(steps, situation.calendar, situation.today);
  // 经办人: whoever handled it first, until somebody gives it to another.
  const handles = actionOf(name, found.facts.state) === 'request.handle' ? personId : null;
  await settleCase(work, { ...found.row, officer_id: found.row.officer_id ?? handles }, after.facts, clock);
  await tellDrafter(work, found, name, personId);
  await mailApplicant(spine, work, found.row, step, clock);
  if (name === 'archive')
    await spine.jobs.enqueue(db, freezeCaseJobName, { requestId: found.row.id } satisfies FreezeCase, {
      onceKey: found.row.id,
    });
  record(eventOf(stepOf(name), found, step));
  return { state: after.facts.state, position: step.position };
};

/**
 * Takes a step with an application, as somebody of the agency: permission by the matrix, then what the law and the
 * table of steps say. Of two who take the same step at once one does it, the other is told how things stand.
 */
export const takeStep = <S extends TakenStep>(
  spine: Spine,
  caller: Caller,
  id: string,
  taken: { readonly step: S; readonly input: StepInput<S> },
): Promise<Taken> =>
  actAs(spine, caller, async (work) => {
    const found = await loadCase(work.db, id, { lock: true });
    // Whoever may see the case is told that it isn't theirs to do; everybody else, nothing.
    const action = actionOf(taken.step, found.facts.state);
    await permit(work.db, caller, action ?? 'request.handle', found.row.agency_id);
    if (action === null)
      throw new Refusal(
        'forbidden',
        'STEP_OF_APPLICANT',
        `“${stepTable[taken.step].title}”只能由申请人本人办理。`,
      );
    return doStep(spine, work, found, caller.actor.kind === 'person' ? caller.actor.id : null, taken);
  });
