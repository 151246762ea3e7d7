import type { Work } from '../platform/act.ts';
import type { Spine } from '../platform/spine.ts';
import type { RequestRow } from './load-case.ts';
import { sealTexts, type Texts } from './seal-texts.ts';
import type { Step } from './step.ts';

/** Writes a step into the record of an application: its facts in clear, its texts encrypted. */
export const writeStep = async (
  { cipher }: Spine,
  { db, now }: Work,
  row: Pick<RequestRow, 'agency_id' | 'id'>,
  { step, position, on, personId, facts }: Step,
  texts: Texts,
): Promise<void> => {
  await db
    .insertInto('request_step')
    .values({
      agency_id: row.agency_id,
      request_id: row.id,
      position,
      step,
      happened_on: on,
      at: now,
      person_id: personId,
      facts: JSON.stringify(facts),
      sealed: sealTexts(cipher, 'step', texts),
    })
    .execute();
};
