import type { Selectable } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { SecurityPolicy } from './security-policy.ts';
import type { PersonTable } from './tables.ts';

type Limits = Pick<SecurityPolicy, 'failures' | 'lockMinutes'>;

export interface Attempt {
  readonly person: Selectable<PersonTable>;
  /** False while the account is locked: whatever is tried then is wrong. */
  readonly permitted: boolean;
  /** If this attempt fails the account is locked: it was the last of those allowed. */
  readonly isLast: boolean;
}

/**
 * Counts an attempt to prove who somebody is, before it is looked at, in the caller's transaction: attempts that
 * come at the same instant wait for each other at the row and can't be more than allowed. The last one allowed locks
 * the account at once; an attempt that turns out right takes that back.
 */
export const countAttempt = async (
  db: Db,
  who: { readonly username: string } | { readonly id: string },
  limits: Limits,
  now: Date,
): Promise<Attempt | undefined> => {
  const rows = db.selectFrom('person').selectAll().where('left_on', 'is', null).forUpdate();
  const person = await ('id' in who
    ? rows.where('id', '=', who.id)
    : rows.where((eb) => eb(eb.fn('lower', ['username']), '=', who.username.toLowerCase()))
  ).executeTakeFirst();
  if (!person) return undefined;
  if (person.locked_until !== null && person.locked_until > now)
    return { person, permitted: false, isLast: false };
  const failed = person.locked_until === null ? person.failed_attempts + 1 : 1;
  const isLast = failed >= limits.failures;
  await db
    .updateTable('person')
    .set({
      failed_attempts: failed,
      locked_until: isLast ? new Date(now.getTime() + limits.lockMinutes * 60_000) : null,
    })
    .where('id', '=', person.id)
    .execute();
  return { person, permitted: true, isLast };
};

/** Somebody proved who they are: earlier failures no longer count. */
export const forgetAttempts = async (db: Db, personId: string): Promise<void> => {
  await db
    .updateTable('person')
    .set({ failed_attempts: 0, locked_until: null })
    .where('id', '=', personId)
    .execute();
};

/**
 * The password was right and the second factor is still to come: this attempt doesn't count, earlier ones do.
 * Else who knows the password could try codes without end.
 */
export const takeBackAttempt = async (db: Db, personId: string): Promise<void> => {
  await db
    .updateTable('person')
    .set((eb) => ({
      failed_attempts: eb.fn<number>('greatest', [eb('failed_attempts', '-', 1), eb.val(0)]),
      locked_until: null,
    }))
    .where('id', '=', personId)
    .execute();
};
