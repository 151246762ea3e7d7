import type { ChangePassword } from '@gongkai/contract';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actInSession, expectState } from './act-in-session.ts';
import { checkPassword } from './check-password.ts';
import { endSessionsOf } from './end-session.ts';
import type { FoundSession } from './find-session.ts';
import { hashPassword, passwordProblem, verifyPassword } from './password.ts';
import { renewSession } from './start-session.ts';

/** The most that are kept, whatever the policy says now: a stricter one finds them. */
const keptHashes = 12;

const refuse = (message: string): never => {
  throw new Refusal('invalid', 'PASSWORD_TOO_WEAK', message, 'newPassword');
};

/**
 * Changes one's own password; ends all other sessions and returns this one's new secret. Throws `Refusal`
 * PASSWORD_WRONG, PASSWORD_TOO_WEAK, PASSWORD_USED_BEFORE.
 */
export const changePassword = async (
  spine: Spine,
  session: FoundSession,
  { currentPassword, newPassword }: ChangePassword,
  requestId: string | null,
): Promise<string> => {
  expectState(session, 'must_change_password', 'must_enrol_second_factor', 'ready');
  const { person, policy, id } = session;
  const problem = passwordProblem(newPassword, policy, person.username);
  if (problem) refuse(problem);
  const current = await checkPassword(spine, session, currentPassword, requestId, 'currentPassword');
  await refuseEarlier(spine, session, newPassword);
  const fresh = await hashPassword(newPassword);

  return actInSession(spine, session, requestId, async ({ db, now, record }) => {
    const row = await db
      .selectFrom('person')
      .select(['password_hash', 'earlier_passwords'])
      .where('id', '=', person.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.password_hash !== current)
      throw new Refusal('conflict', 'PASSWORD_CHANGED_MEANWHILE', '密码刚刚在别处改过。请重新登录。');
    await db
      .updateTable('person')
      .set({
        password_hash: fresh,
        password_changed_at: now,
        must_change_password: false,
        earlier_passwords: [current, ...row.earlier_passwords].slice(0, keptHashes),
      })
      .where('id', '=', person.id)
      .execute();
    const ended = await endSessionsOf({ db, now }, person.id, 'password_changed', { except: id });
    record({
      kind: 'password_changed',
      agencyId: person.agencyId,
      subject: { kind: 'person', id: person.id },
      data: { endedSessions: ended },
    });
    return renewSession(db, id);
  });
};

/** Refuses the current password and as many before it as the policy says. */
const refuseEarlier = async (spine: Spine, session: FoundSession, newPassword: string): Promise<void> => {
  const { password_hash, earlier_passwords } = await spine.db
    .selectFrom('person')
    .select(['password_hash', 'earlier_passwords'])
    .where('id', '=', session.person.id)
    .executeTakeFirstOrThrow();
  const { passwordEarlier } = session.policy;
  const refusedHashes = [password_hash, ...earlier_passwords].slice(0, Math.max(1, passwordEarlier));
  const uses = await Promise.all(refusedHashes.map((hashed) => verifyPassword(hashed, newPassword)));
  if (uses.includes(true))
    throw new Refusal(
      'invalid',
      'PASSWORD_USED_BEFORE',
      passwordEarlier > 1
        ? `新密码与最近 ${passwordEarlier} 次用过的密码相同。请换一个没有用过的。`
        : '新密码与当前密码相同。请换一个。',
      'newPassword',
    );
};
