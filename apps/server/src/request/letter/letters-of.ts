import type { Letter } from '@gongkai/contract';
import type { Db } from '../../platform/database/open-database.ts';
import type { RequestRow } from '../load-case.ts';
import { letterRowsOf, presentLetter } from './stored-letter.ts';

type Reading = { readonly db: Db };
type Row = Pick<RequestRow, 'agency_id' | 'id'>;

/** The letters of a case in the order of its steps, drafts and withdrawn ones too. */
export const lettersOf = async ({ db }: Reading, row: Row): Promise<Letter[]> =>
  (await letterRowsOf(db, row)).map(presentLetter);

/** What the applicant may read of them: what went out, and to the applicant. */
export const lettersForApplicant = async (
  reading: Reading,
  row: Row,
): Promise<Omit<Letter, 'position' | 'consultationId'>[]> =>
  (await lettersOf(reading, row))
    .filter(({ state, toApplicant }) => state === 'issued' && toApplicant)
    .map(({ position: _, consultationId: __, ...letter }) => letter);
