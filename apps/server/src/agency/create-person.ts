import type { CreatePerson } from '@gongkai/contract';
import { newId } from '../platform/database/new-id.ts';
import { brokenConstraint } from '../platform/database/problem.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';
import { hashPassword, initialPassword } from './password.ts';
import { permit } from './permit.ts';
import { contactColumns } from './person-contact.ts';
import { withoutRepeat } from './without-repeat.ts';

/** The password that an account begins with. */
export interface FirstPassword {
  readonly password: string;
  readonly hashed: string;
  /** Whether it has to be changed at first sign-in; only a demonstration's needn't. */
  readonly mustChange: boolean;
}

export const makeFirstPassword = async (): Promise<FirstPassword> => {
  const password = initialPassword();
  return { password, hashed: await hashPassword(password), mustChange: true };
};

/**
 * Makes an account for a person of an agency, without any rights: those come with posts. Returns the first password,
 * which is shown once and has to be changed at first sign-in.
 */
export const createPerson = async (
  spine: Spine,
  caller: Caller,
  { agencyId, username, name, phone, email }: CreatePerson,
  given?: FirstPassword,
): Promise<{ readonly id: string; readonly initialPassword: string }> => {
  const first = given ?? (await makeFirstPassword());
  const id = await actAs(spine, withoutRepeat(caller), async ({ db, now, record }) => {
    await permit(db, caller, 'person.create', agencyId);
    const agency = await db
      .selectFrom('agency')
      .select('closed_on')
      .where('id', '=', agencyId)
      .forShare()
      .executeTakeFirst();
    if (!agency || agency.closed_on !== null)
      throw new Refusal('conflict', 'AGENCY_NOT_OPEN', '这个单位不存在或已撤销，不能新建人员。', 'agencyId');
    const fresh = newId();
    await db
      .insertInto('person')
      .values({
        id: fresh,
        agency_id: agencyId,
        username,
        name,
        password_hash: first.hashed,
        must_change_password: first.mustChange,
        password_changed_at: now,
        created_at: now,
        ...contactColumns(spine.cipher, { phone, email }),
      })
      .execute()
      .catch((error: unknown) => {
        if (brokenConstraint(error) !== 'person_by_username') throw error;
        throw new Refusal(
          'conflict',
          'USERNAME_TAKEN',
          `用户名“${username}”已有人使用（离岗人员的用户名也不再使用）。请换一个。`,
          'username',
        );
      });
    record({ kind: 'person_created', agencyId, subject: { kind: 'person', id: fresh }, data: { name } });
    return fresh;
  });
  return { id, initialPassword: first.password };
};
