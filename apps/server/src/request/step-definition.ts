import type { Action, EventKind, RequestState, Role, StepInput, TakenStep } from '@gongkai/contract';
import type { Calendar, CivilDate, Clock } from '@gongkai/statute';
import type { Facts } from './facts.ts';

/** What a step is judged by. */
export interface Situation {
  readonly facts: Facts;
  readonly clock: Clock;
  /** The working days where the agency is. */
  readonly calendar: Calendar;
  readonly today: CivilDate;
  /** Who wants to take it; null for applicants. */
  readonly personId: string | null;
  /** Who holds the roles that decisions pass, at the agency now. */
  readonly holders: ReadonlyMap<Role, ReadonlySet<string>>;
}

/**
 * A step with an application, as data: who may take it, from where to where, on which article, when not, and what
 * follows. Sentences are Chinese, for whoever wants to take it.
 */
export interface StepDefinition<S extends TakenStep = TakenStep> {
  readonly title: string;
  /** The row of the permission matrix; where it hangs on the state, by state. Null: the applicant's alone. */
  readonly action: Action | ((state: RequestState) => Action) | null;
  /** The applicant may take it, with number and query code. */
  readonly byApplicant?: true;
  readonly from: readonly RequestState[];
  /** Null: the state stays. */
  readonly to: RequestState | null;
  /** As it is cited; null where it is order within the agency only. */
  readonly article: string | null;
  readonly event: EventKind;
  readonly consequence: string;
  /** What it is to the applicant, in their words; absent: the agency's own affair, which they aren't shown. */
  readonly told?: string;
  /** 审批分离: the step passes a decision; not by its drafter, and not twice by one where another holds the role. */
  readonly passes?: Role;
  /** Why not now; null where nothing stands against it. */
  readonly refuse?: (situation: Situation) => string | null;
  /** What is late about it although it may be done. */
  readonly late?: (situation: Situation) => string | null;
  /** The earliest day on which it can have happened, besides the general rule. */
  readonly earliest?: (input: StepInput<S>, situation: Situation) => CivilDate | null;
  /** What is wrong with what was given. */
  readonly check?: (input: StepInput<S>, situation: Situation) => string | null;
}

export type StepTable = { readonly [S in TakenStep]: StepDefinition<S> };

/** Whether the period to reply is over. */
export const isOverdue = ({ clock, today }: Situation): boolean => clock.due !== null && today > clock.due;
