import type { StepName } from '@gongkai/contract';
import type { CivilDate } from '@gongkai/statute';
import type { Selectable } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Facts, readFacts } from './facts.ts';
import type { Step } from './step.ts';
import type { RequestTable } from './tables.ts';

export type RequestRow = Selectable<RequestTable>;

/** An application with all that was done with it. */
export interface Case {
  readonly row: RequestRow;
  readonly steps: readonly Step[];
  readonly facts: Facts;
}

export const requestNotFound = (): Refusal =>
  new Refusal('not_found', 'REQUEST_NOT_FOUND', '没有这件申请。请核对编号，或刷新列表。');

export const loadSteps = async (db: Db, { agency_id, id }: RequestRow): Promise<readonly Step[]> => {
  const rows = await db
    .selectFrom('request_step')
    .select(['position', 'step', 'happened_on', 'person_id', 'facts'])
    .where('agency_id', '=', agency_id)
    .where('request_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(
    ({ position, step, happened_on, person_id, facts }) =>
      ({
        step: step as StepName,
        position,
        on: happened_on as CivilDate,
        personId: person_id,
        facts,
      }) as Step,
  );
};

/**
 * Loads an application. In an act (`lock`) its row is locked until the act ends, so that of two who take a step at
 * once the second sees what the first did. Throws `Refusal` REQUEST_NOT_FOUND.
 */
export const loadCase = async (
  db: Db,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Case> => {
  const row = await db
    .selectFrom('request')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw requestNotFound();
  const steps = await loadSteps(db, row);
  return { row, steps, facts: readFacts(steps) };
};
