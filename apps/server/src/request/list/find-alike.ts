import type { Applicant, RequestContent, RequestState } from '@gongkai/contract';
import { sql } from 'kysely';
import type { Spine } from '../../platform/spine.ts';
import { openTexts } from '../seal-texts.ts';
import { tokensOf } from './keyed-tokens.ts';
import { bandsOf, leastLikeness, likenessOf, matterOf } from './likeness.ts';
import { nameIndex } from './search-row.ts';
import { plainText } from './search-text.ts';

/** What another application is compared with: a person's keyed hashes, and the matter. */
export interface Compared {
  readonly agencyId: string;
  readonly identity: Buffer | null;
  readonly phone: Buffer | null;
  readonly name: string | null;
  readonly content: Partial<RequestContent>;
  /** Not itself. */
  readonly exceptId?: string;
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly submitted_on: string;
  readonly state: RequestState;
  readonly outcome: string | null;
  readonly applicant: Buffer | null;
  readonly content: Buffer | null;
  readonly same_applicant: boolean;
}

export interface Alike {
  readonly row: Row;
  /** The same proof of identity or telephone. */
  readonly sameApplicant: boolean;
  /** The same name only: perhaps the same person. */
  readonly sameName: boolean;
  /** 0 to 1. */
  readonly likeness: number;
}

const mostOfPerson = 100;
const mostOfMatter = 100;

const columns = sql`r.id, r.number, r.submitted_on, r.state, r.outcome, r.applicant, r.content`;

const ofPerson = async (
  { db, cipher }: Spine,
  { agencyId, identity, phone, name }: Compared,
): Promise<readonly Row[]> => {
  const byHash = async (): Promise<readonly Row[]> => {
    if (!identity && !phone) return [];
    const { rows } = await sql<Row>`
      select ${columns}, true as same_applicant from request r
      where r.agency_id = ${agencyId}::uuid and (r.identity_index = ${identity} or r.phone_index = ${phone})
      order by r.id desc limit ${mostOfPerson}`.execute(db);
    return rows;
  };
  const byName = async (): Promise<readonly Row[]> => {
    if (!name) return [];
    const { rows } = await sql<Row>`
      select ${columns}, false as same_applicant from request_search s
      join request r on r.agency_id = s.agency_id and r.id = s.request_id
      where s.agency_id = ${agencyId}::uuid and s.name_index = ${nameIndex(cipher, name)}
      order by r.id desc limit ${mostOfPerson}`.execute(db);
    return rows;
  };
  return [...(await byHash()), ...(await byName())];
};

const ofMatter = async (
  { db }: Spine,
  agencyId: string,
  bands: readonly number[],
): Promise<readonly Row[]> => {
  if (bands.length === 0) return [];
  // Those that share the most are found before any application is read: a form that many fill in shares bands, too.
  const { rows } = await sql<Row>`
    select ${columns}, false as same_applicant from (
      select request_id from request_search
      where bands && ${bands}::integer[] and agency_id = ${agencyId}::uuid
      order by (select count(*) from unnest(bands) band where band = any(${bands}::integer[])) desc,
        request_id desc
      limit ${mostOfMatter}
    ) s join request r on r.agency_id = ${agencyId}::uuid and r.id = s.request_id`.execute(db);
  return rows;
};

/**
 * 条例第三十五条、第三十六条第（六）项: the same applicant's other applications to an agency, and those near in their
 * wording, the same applicant's first, then the nearest. Found by keyed hashes; only candidates are decrypted.
 */
export const findAlike = async (spine: Spine, compared: Compared, most = 30): Promise<readonly Alike[]> => {
  const { cipher } = spine;
  const { agencyId, name, content, exceptId } = compared;
  const matter = matterOf(content);
  const found = [
    ...(await ofPerson(spine, compared)),
    ...(await ofMatter(spine, agencyId, bandsOf(tokensOf(cipher, agencyId, matter)))),
  ];
  const once = new Map<string, Row>();
  for (const row of found)
    if (row.id !== exceptId && !once.get(row.id)?.same_applicant) once.set(row.id, row);
  return [...once.values()]
    .map((row) => {
      const applicant = openTexts(cipher, 'applicant', row.applicant) as Partial<Applicant>;
      return {
        row,
        sameApplicant: row.same_applicant,
        sameName: name !== null && plainText(applicant.name ?? '') === plainText(name),
        likeness: likenessOf(matter, matterOf(openTexts(cipher, 'content', row.content))),
      };
    })
    .filter(({ sameApplicant, sameName, likeness }) => sameApplicant || sameName || likeness >= leastLikeness)
    .sort(
      (a, b) =>
        Number(b.sameApplicant) - Number(a.sameApplicant) ||
        b.likeness - a.likeness ||
        (a.row.id < b.row.id ? 1 : -1),
    )
    .slice(0, most);
};
