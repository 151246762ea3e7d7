import type { ListPeople, Person, PersonLine, PersonState, Role } from '@gongkai/contract';
import { type Selectable, sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { Spine } from '../platform/spine.ts';
import type { Caller } from './caller.ts';
import { personNotFound, personState } from './load-person.ts';
import { isPermitted, permitReading } from './permit.ts';
import { maskContact, readContact } from './person-contact.ts';
import { postsOfPerson } from './post-queries.ts';
import { reachableAgencies } from './reachable-agencies.ts';
import type { PersonTable } from './tables.ts';

interface Held {
  readonly role: Role;
  readonly agencyId: string;
  readonly agencyName: string;
}

/** Posts in force of several people, in one query. */
const heldByPerson = async (
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .select([
      'post.person_id as personId',
      'post.role',
      'post.agency_id as agencyId',
      'agency.name as agencyName',
    ])
    .where('post.person_id', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .orderBy('post.proposed_at')
    .execute();
  return Map.groupBy(rows, ({ personId }) => personId);
};

const presentLine = (
  spine: Spine,
  row: Selectable<PersonTable> & { readonly agency_name: string },
  held: readonly Held[],
): PersonLine => ({
  id: row.id,
  agencyId: row.agency_id,
  agencyName: row.agency_name,
  username: row.username,
  name: row.name,
  ...maskContact(readContact(spine.cipher, row)),
  state: personState(row, spine.now()),
  held: held.map(({ role, agencyId, agencyName }) => ({ role, agencyId, agencyName })),
  hasSecondFactor: row.totp_confirmed_at !== null,
  leftOn: row.left_on,
});

const people = ({ db }: Spine) =>
  db.selectFrom('person').innerJoin('agency', 'agency.id', 'person.agency_id');

/** The same states as `personState`, for the database. */
const inState = (rows: ReturnType<typeof people>, state: PersonState, now: Date) => {
  if (state === 'left') return rows.where('person.left_on', 'is not', null);
  const present = rows.where('person.left_on', 'is', null);
  if (state === 'locked') return present.where('person.locked_until', '>', now);
  return present
    .where((eb) => eb.or([eb('person.locked_until', 'is', null), eb('person.locked_until', '<=', now)]))
    .where('person.must_change_password', '=', state === 'invited');
};

/** The people of the agencies that a caller may see, by agency and name; contact details are masked. */
export const listPeople = async (
  spine: Spine,
  caller: Caller,
  { page, size, agencyId, state, role, search }: ListPeople,
): Promise<{ readonly items: PersonLine[]; readonly total: number }> => {
  const { db } = spine;
  const reach = await reachableAgencies(db, caller, 'person.view');
  let rows = people(spine).where('person.agency_id', '=', sql<string>`any(${reach}::uuid[])`);
  if (agencyId !== undefined) rows = rows.where('person.agency_id', '=', agencyId);
  if (state !== undefined) rows = inState(rows, state, spine.now());
  if (role !== undefined)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('post')
          .select('post.id')
          .whereRef('post.person_id', '=', 'person.id')
          .where('post.role', '=', role)
          .where('post.authorised_at', 'is not', null)
          .where('post.ended_at', 'is', null),
      ),
    );
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((eb) =>
      eb.or([eb('person.name', 'ilike', pattern), eb('person.username', 'ilike', pattern)]),
    );
  }
  const page_ = await rows
    .selectAll('person')
    .select('agency.name as agency_name')
    .orderBy('agency.sort')
    .orderBy('agency.id')
    .orderBy(sql`person.name collate "zh-x-icu"`)
    .orderBy('person.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const held = await heldByPerson(
    db,
    page_.map(({ id }) => id),
  );
  return { items: page_.map((row) => presentLine(spine, row, held.get(row.id) ?? [])), total };
};

/** One person with their posts; contact details in full for themselves and those who may see them. */
export const showPerson = async (spine: Spine, caller: Caller, id: string): Promise<Person> => {
  const { db } = spine;
  const row = await people(spine)
    .selectAll('person')
    .select('agency.name as agency_name')
    .where('person.id', '=', id)
    .executeTakeFirst();
  if (!row) throw personNotFound();
  await permitReading(spine, caller, 'person.view', row.agency_id);
  const isSelf = caller.actor.id === id;
  const maySee = isSelf || (await isPermitted(db, caller, 'person.contact', row.agency_id));
  const [posts, held] = await Promise.all([postsOfPerson(db, id), heldByPerson(db, [id])]);
  return {
    ...presentLine(spine, row, held.get(id) ?? []),
    ...(maySee ? readContact(spine.cipher, row) : {}),
    createdAt: row.created_at.toISOString(),
    passwordChangedAt: row.password_changed_at.toISOString(),
    lockedUntil: row.locked_until?.toISOString() ?? null,
    posts,
  };
};
