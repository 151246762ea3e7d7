import type { LetterInput, LetterTemplateId } from '@gongkai/contract';
import type { Db } from '../../platform/database/open-database.ts';
import type { Cipher } from '../../platform/secret/cipher.ts';
import type { RequestRow } from '../load-case.ts';
import { type KeptLetter, letterRowsOf, openSealedLetter } from './stored-letter.ts';

/** The last letter of this kind that was sent back before it went out; null where there is none. */
export const returnedLetter = async (
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  row: RequestRow,
  template: LetterTemplateId,
): Promise<KeptLetter | null> => {
  const returned = (await letterRowsOf(db, row)).findLast(
    (letter) => letter.template === template && letter.state === 'superseded' && letter.document !== null,
  );
  return returned ? openSealedLetter(cipher, returned) : null;
};

/** What the officer gives now, over what was given for the letter that came back. */
export const withReturned = (letter: LetterInput, returned: KeptLetter | null): LetterInput => ({
  ...letter,
  values: { ...returned?.values, ...letter.values },
});
