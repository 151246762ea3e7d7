import type { Insertable } from 'kysely';
import type { Work } from '../platform/act.ts';
import type { Spine } from '../platform/spine.ts';
import type { RequestRow } from './load-case.ts';
import { sealTexts, type Texts } from './seal-texts.ts';
import type { Step } from './step.ts';
import type { RequestStepTable } from './tables.ts';

/** A step as it stands in the record of an application: its facts in clear, its texts encrypted. */
export const stepRow = (
  { cipher }: Spine,
  now: Date,
  row: Pick<RequestRow, 'agency_id' | 'id'>,
  { step, position, on, personId, facts }: Step,
  texts: Texts,
): Insertable<RequestStepTable> => ({
  agency_id: row.agency_id,
  request_id: row.id,
  position,
  step,
  happened_on: on,
  at: now,
  person_id: personId,
  facts: JSON.stringify(facts),
  sealed: sealTexts(cipher, 'step', texts),
});

/** Writes a step into the record of an application. */
export const writeStep = async (
  spine: Spine,
  { db, now }: Work,
  row: Pick<RequestRow, 'agency_id' | 'id'>,
  step: Step,
  texts: Texts,
): Promise<void> => {
  await db
    .insertInto('request_step')
    .values(stepRow(spine, now, row, step, texts))
    .execute();
};
