import { disclosedOutcomes } from './disclosed-outcomes.ts';
import { notProcessedOutcomes } from './not-processed-outcomes.ts';
import { otherOutcomes } from './other-outcomes.ts';
import type { OutcomeRow } from './outcome.ts';
import { refusedOutcomes } from './refused-outcomes.ts';
import { unavailableOutcomes } from './unavailable-outcomes.ts';

const table = [
  ...disclosedOutcomes,
  ...refusedOutcomes,
  ...unavailableOutcomes,
  ...notProcessedOutcomes,
  ...otherOutcomes,
] as const;

export type OutcomeId = (typeof table)[number]['id'];

export interface Outcome extends OutcomeRow {
  readonly id: OutcomeId;
}

/** Every way in which a request can end, in the order of table 三. */
export const outcomes: readonly Outcome[] = table;

const byId: ReadonlyMap<string, Outcome> = new Map(outcomes.map((outcome) => [outcome.id, outcome]));

export const isOutcomeId = (id: string): id is OutcomeId => byId.has(id);

export const getOutcome = (id: OutcomeId): Outcome => byId.get(id) as Outcome;
