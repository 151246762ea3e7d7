import { act } from '../platform/act.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { countAttempt, takeBackAttempt } from './count-attempt.ts';
import { endSessionsOf } from './end-session.ts';
import type { FoundSession } from './find-session.ts';
import { actorOf } from './open-caller.ts';
import { verifyPassword } from './password.ts';

/**
 * Asks the password of somebody signed in once more, under the same count and lock as at sign-in. Returns the hash
 * that it fitted. Throws `Refusal` PASSWORD_WRONG; the attempt stands in the record.
 */
export const checkPassword = async (
  spine: Spine,
  session: FoundSession,
  password: string,
  requestId: string | null,
  field: string,
): Promise<string> => {
  const { policy, person } = session;
  const attempt = await spine.db
    .transaction()
    .execute((db) => countAttempt(db, { id: person.id }, policy, spine.now()));
  const isRight =
    attempt?.permitted === true && (await verifyPassword(attempt.person.password_hash, password));
  if (isRight) {
    await takeBackAttempt(spine.db, person.id);
    return attempt.person.password_hash;
  }
  await act({ db: spine.db, actor: actorOf(session), now: spine.now, requestId }, async (work) => {
    const about = { agencyId: person.agencyId, subject: { kind: 'person', id: person.id } };
    work.record({
      kind: 'password_refused',
      ...about,
      data: { reason: attempt?.permitted ? 'wrong_password' : 'locked' },
    });
    if (!attempt?.isLast) return;
    await endSessionsOf(work, person.id, 'locked', { only: session.id });
    work.record({ kind: 'account_locked', ...about, data: { minutes: policy.lockMinutes } });
  });
  throw new Refusal(
    'invalid',
    'PASSWORD_WRONG',
    `当前密码不正确，或账号已锁定。连续输错 ${policy.failures} 次，账号锁定 ${policy.lockMinutes} 分钟。`,
    field,
  );
};
