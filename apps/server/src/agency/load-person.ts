import type { Action, PersonState } from '@gongkai/contract';
import type { Selectable } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Caller } from './caller.ts';
import { permit } from './permit.ts';
import type { PersonTable } from './tables.ts';

type PersonRow = Selectable<PersonTable>;

export const personNotFound = (): Refusal =>
  new Refusal('not_found', 'PERSON_NOT_FOUND', '没有这名人员。请刷新人员列表。');

/** A person, locked for the act. Refuses where there is none. */
export const loadPerson = async (db: Db, id: string): Promise<PersonRow> => {
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw personNotFound();
  return person;
};

/** The state that permissions turn on. */
export const personState = (
  person: Pick<PersonRow, 'left_on' | 'locked_until' | 'must_change_password'>,
  now: Date,
): PersonState => {
  if (person.left_on !== null) return 'left';
  if (person.locked_until !== null && person.locked_until > now) return 'locked';
  return person.must_change_password ? 'invited' : 'active';
};

/** Refuses an act on somebody who has left. */
export const refuseLeft = (person: Pick<PersonRow, 'left_on' | 'name'>): void => {
  if (person.left_on !== null)
    throw new Refusal(
      'conflict',
      'PERSON_LEFT',
      `${person.name}已于 ${person.left_on} 离岗，账号已停用，不能再办理这项操作。`,
    );
};

/**
 * Lets the caller do an action to a person in whatever state, or throws: `PermissionDenied` first, and only to who
 * has the right that the person has left.
 */
export const permitOn = async (
  db: Db,
  caller: Caller,
  action: Action,
  person: PersonRow,
  now: Date,
): Promise<void> => {
  const state = personState(person, now);
  await permit(db, caller, action, person.agency_id, state === 'left' ? 'active' : state);
  refuseLeft(person);
};

/** Refuses what somebody may do to others only. */
export const refuseSelf = (callerId: string | null, personId: string, what: string): void => {
  if (callerId === personId)
    throw new Refusal('forbidden', 'NOT_ONESELF', `不能为自己${what}，请由另一名管理员办理。`);
};
