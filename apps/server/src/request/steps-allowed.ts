import { type Action, type Role, requestStates, type TakenStep, takenSteps } from '@gongkai/contract';
import type { Facts } from './facts.ts';
import type { Situation } from './step-definition.ts';
import { stepOf } from './step-table.ts';

/** The row of the matrix that a step stands under in a state; null: it is the applicant's alone. */
export const actionOf = (name: TakenStep, state: Facts['state']): Action | null => {
  const { action } = stepOf(name);
  return typeof action === 'function' ? action(state) : action;
};

/** What a person has done with the decision before: nobody passes their own work unseen. */
export const handBefore = ({ facts, personId }: Situation): 'drafter' | 'passer' | null => {
  const { draftedBy = null, passedBy = [] } = facts.decision ?? {};
  if (personId === null) return null;
  if (personId === draftedBy) return 'drafter';
  return passedBy.includes(personId) ? 'passer' : null;
};

/**
 * 审批分离: why this person must not pass the decision: they drafted it or passed it before, and the agency has somebody
 * else in the role. Where it has nobody (a township with one officer), the law still wants an answer in time, and
 * 条例第十七条 wants it reviewed by the agency, not by so many people: then they may, and the record says so.
 */
export const samePerson = (situation: Situation, role: Role): string | null => {
  const before = handBefore(situation);
  if (before === null) return null;
  const { draftedBy = null, passedBy = [] } = situation.facts.decision ?? {};
  const others = [...(situation.holders.get(role) ?? [])].filter(
    (id) => id !== draftedBy && !passedBy.includes(id),
  );
  if (others.length === 0) return null;
  return before === 'drafter'
    ? '拟定答复的人不能审批自己拟定的答复，本单位还有其他人员可以办理这一步'
    : '您已经审批过这份答复，本单位还有其他人员可以办理这一步';
};

/** Why the law, or the order of the agency, doesn't allow a step now; null where it may be taken. */
export const whyNot = (name: TakenStep, situation: Situation): string | null => {
  const { from, refuse } = stepOf(name);
  const { state } = situation.facts;
  if (!from.includes(state)) return `现在的状态是“${requestStates[state]}”`;
  return refuse?.(situation) ?? null;
};

const aloneNote = '本单位没有其他人员可以办理，记录中注明由同一人办理。';

/** What the law makes of a step now. */
export interface StepChoice {
  readonly step: TakenStep;
  readonly title: string;
  readonly article: string | null;
  readonly consequence: string;
  readonly allowed: boolean;
  /** Why not, where it isn't. */
  readonly reason: string | null;
  /** What is late about it, where it may be taken all the same. */
  readonly late: string | null;
}

/**
 * Every step, with what the law makes of it now for this person: those allowed, and why the others aren't. What a
 * person's roles allow is asked of the matrix by `mayTake`.
 */
export const stepsAllowed = (
  situation: Situation,
  mayTake: (action: Action) => boolean,
): readonly StepChoice[] =>
  takenSteps
    .filter((name) => {
      const action = actionOf(name, situation.facts.state);
      return action !== null && mayTake(action);
    })
    .map((name) => {
      const { title, article, consequence, late, passes } = stepOf(name);
      const reason = whyNot(name, situation) ?? (passes === undefined ? null : samePerson(situation, passes));
      const isAlone = reason === null && passes !== undefined && handBefore(situation) !== null;
      return {
        step: name,
        title,
        article,
        consequence: isAlone ? `${consequence}${aloneNote}` : consequence,
        allowed: reason === null,
        reason,
        late: reason === null ? (late?.(situation) ?? null) : null,
      };
    });
