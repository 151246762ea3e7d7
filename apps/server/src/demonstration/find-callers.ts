import type { Role } from '@gongkai/contract';
import type { Caller } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';
import { demonstrationAgencies, demonstrationGovernment, demonstrationOffice } from './agencies.ts';
import type { Part } from './planned-case.ts';

type StaffPart = Exclude<Part, 'applicant'>;
const parts = ['officer', 'reviewer', 'secrecy_reviewer', 'disclosure_head'] as const;

/** Who does a part at an agency, by its key; the second officer where there are two and it is asked for. */
export type FindCaller = (agency: string, part: StaffPart, second: boolean) => Caller;

/** The ids of the agencies, by their keys. */
export const agencyIds = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('agency').select(['id', 'name']).execute();
  const idByName = new Map(rows.map(({ id, name }) => [name, id]));
  return new Map(
    [demonstrationGovernment, demonstrationOffice, ...demonstrationAgencies].map(({ key, name }) => [
      key,
      idByName.get(name) ?? '',
    ]),
  );
};

/** Everybody who handles applications, as if signed in. */
export const findCallers = async (db: Db): Promise<FindCaller> => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.id', 'post.agency_id', 'post.role', 'person.id as personId', 'person.name'])
    .where('post.role', 'in', parts)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .orderBy('person.username')
    .execute();
  const ids = await agencyIds(db);
  const callers = new Map<string, Caller[]>();
  for (const { id: postId, agency_id: agencyId, role, personId, name } of rows) {
    const caller: Caller = {
      actor: { kind: 'person', id: personId, postId },
      agencyId,
      name,
      held: [{ role: role as Role, agencyId }],
      scopes: null,
      requestId: null,
    };
    const key = `${agencyId} ${role}`;
    callers.set(key, [...(callers.get(key) ?? []), caller]);
  }
  return (agency, part, second) => {
    const found = callers.get(`${ids.get(agency)} ${part}`) ?? [];
    const caller = found[second && part === 'officer' ? 1 : 0] ?? found[0];
    if (!caller) throw new Error(`nobody is ${part} at ${agency}`);
    return caller;
  };
};
