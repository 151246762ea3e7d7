import type { Applicant, RequestContent } from '@gongkai/contract';
import type { Insertable } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import type { Cipher } from '../../platform/secret/cipher.ts';
import type { Spine } from '../../platform/spine.ts';
import { openTexts } from '../seal-texts.ts';
import type { RequestTable } from '../tables.ts';
import { tokensOf } from './keyed-tokens.ts';
import { bandsOf, matterOf } from './likeness.ts';
import { pairsOf, plainText, searchedTexts } from './search-text.ts';
import type { RequestSearchTable } from './tables.ts';

type Numbered = Pick<RequestTable, 'agency_id' | 'id' | 'number'>;

/** By what applicants of one name are found again. */
export const nameIndex = (cipher: Cipher, name: string): Buffer =>
  cipher.index(plainText(name), 'request_search.name');

/** Keyed hashes by which an application is found, without anything of it to be read. */
export const searchRow = (
  cipher: Cipher,
  { agency_id, id, number }: Numbered,
  applicantName: string | null,
  content: Partial<RequestContent>,
): Insertable<RequestSearchTable> => ({
  agency_id,
  request_id: id,
  tokens: tokensOf(cipher, agency_id, [
    ...new Set(searchedTexts({ number, applicantName, content }).flatMap(pairsOf)),
  ]),
  bands: bandsOf(tokensOf(cipher, agency_id, matterOf(content))),
  name_index: applicantName === null ? null : nameIndex(cipher, applicantName),
});

/** Where retention destroys what an applicant wrote, nothing of it may be found either. */
export const forgetSearch = async (
  db: Db,
  { agency_id, id }: Pick<RequestTable, 'agency_id' | 'id'>,
): Promise<void> => {
  await db
    .deleteFrom('request_search')
    .where('agency_id', '=', agency_id)
    .where('request_id', '=', id)
    .execute();
};

const batch = 500;

/** Makes findable what isn't yet: applications from before there was a search. May run at any time. */
export const addMissingSearches = async ({ db, cipher }: Spine, signal?: AbortSignal): Promise<void> => {
  for (;;) {
    signal?.throwIfAborted();
    const rows = await db
      .selectFrom('request as r')
      .leftJoin('request_search as s', (join) =>
        join.onRef('s.agency_id', '=', 'r.agency_id').onRef('s.request_id', '=', 'r.id'),
      )
      .select(['r.agency_id', 'r.id', 'r.number', 'r.applicant', 'r.content'])
      .where('s.request_id', 'is', null)
      .where('r.content', 'is not', null)
      .limit(batch)
      .execute();
    if (rows.length === 0) return;
    const made = rows.map((row) => {
      const { name = null } = openTexts(cipher, 'applicant', row.applicant) as Partial<Applicant>;
      return searchRow(cipher, row, name, openTexts(cipher, 'content', row.content));
    });
    await db
      .insertInto('request_search')
      .values(made)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
};
