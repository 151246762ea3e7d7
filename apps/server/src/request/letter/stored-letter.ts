import {
  type Letter,
  type LetterDocument,
  type LetterInput,
  letterDocumentSchema,
  letterInputSchema,
  letterStates,
} from '@gongkai/contract';
import { replyTemplates } from '@gongkai/statute';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../platform/database/open-database.ts';
import type { Cipher } from '../../platform/secret/cipher.ts';
import type { RequestRow } from '../load-case.ts';
import type { RequestLetterTable } from './tables.ts';

export type LetterRow = Selectable<RequestLetterTable>;

const place = 'request_letter.document';
const keptSchema = z.object({
  document: letterDocumentSchema,
  values: letterInputSchema.shape.values,
  isEdited: z.boolean(),
});

/** A letter with what the officer gave for it, so that a letter that came back isn't filled in twice. */
export interface KeptLetter {
  readonly document: LetterDocument;
  readonly values: LetterInput['values'];
  readonly isEdited: boolean;
}

export const sealLetter = (cipher: Cipher, kept: KeptLetter): Buffer =>
  cipher.encrypt(JSON.stringify(kept), place);

/** Null once retention has destroyed it. Throws `CipherError`. */
export const openSealedLetter = (cipher: Cipher, { document }: LetterRow): KeptLetter | null =>
  document && keptSchema.parse(JSON.parse(cipher.decrypt(document, place)));

const templateOf = (id: LetterRow['template']) => replyTemplates.find((template) => template.id === id)!;

/** Whether the applicant is whom it goes to. */
export const isToApplicant = (template: LetterRow['template']): boolean =>
  templateOf(template).to === 'applicant';

/** A letter as lists show it. */
export const presentLetter = (row: LetterRow): Letter => ({
  id: row.id,
  template: row.template,
  templateName: templateOf(row.template).name,
  title: row.title,
  number: row.number,
  state: row.state,
  // A reply is signed before it goes out.
  stateName: row.state === 'draft' && row.number !== null ? '已签发' : letterStates[row.state],
  date: row.dated_on,
  position: row.position,
  consultationId: row.consultation_id,
  toApplicant: isToApplicant(row.template),
});

export const letterRowsOf = (db: Db, { agency_id, id }: Pick<RequestRow, 'agency_id' | 'id'>) =>
  db
    .selectFrom('request_letter')
    .selectAll()
    .where('agency_id', '=', agency_id)
    .where('request_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute();
