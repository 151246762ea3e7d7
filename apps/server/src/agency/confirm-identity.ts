import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actInSession, expectState } from './act-in-session.ts';
import type { Caller } from './caller.ts';
import { checkCode, codeRefused } from './check-code.ts';
import { checkPassword } from './check-password.ts';
import type { FoundSession } from './find-session.ts';
import { readSecurityPolicy, type SecurityPolicy } from './security-policy.ts';

/**
 * Proves once more who sits there, before a sensitive act: by a code where the person has a second factor, by the
 * password where not. Throws `Refusal` CODE_WRONG or PASSWORD_WRONG.
 */
export const confirmIdentity = async (
  spine: Spine,
  session: FoundSession,
  given: { readonly code?: string | undefined; readonly password?: string | undefined },
  requestId: string | null,
): Promise<void> => {
  // Also who must bind a second factor first: where the policy changed, they signed in long before.
  expectState(session, 'ready', 'must_enrol_second_factor');
  const { person, policy, id, hasSecondFactor } = session;
  if (hasSecondFactor && !given.code)
    throw new Refusal('invalid', 'CODE_MISSING', '请输入认证器显示的六位动态口令。', 'code');
  if (!hasSecondFactor && !given.password)
    throw new Refusal('invalid', 'PASSWORD_MISSING', '请输入当前密码。', 'password');
  if (!hasSecondFactor) await checkPassword(spine, session, given.password ?? '', requestId, 'password');
  const isConfirmed = await actInSession(spine, session, requestId, async (work) => {
    if (
      hasSecondFactor &&
      !(await checkCode(work, spine, { personId: person.id, sessionId: id }, given.code ?? '', policy))
    )
      return false;
    await work.db.updateTable('session').set({ confirmed_at: work.now }).where('id', '=', id).execute();
    work.record({
      kind: 'identity_confirmed',
      agencyId: person.agencyId,
      subject: { kind: 'person', id: person.id },
    });
    return true;
  });
  if (!isConfirmed) throw codeRefused();
};

/** Throws `Refusal` CONFIRMATION_NEEDED where somebody proved who they are longer ago than the policy allows. */
export const refuseUnconfirmed = (
  confirmedAt: Date | null,
  { confirmMinutes }: Pick<SecurityPolicy, 'confirmMinutes'>,
  now: Date,
): void => {
  if (confirmedAt === null || now.getTime() - confirmedAt.getTime() > confirmMinutes * 60_000)
    throw new Refusal(
      'forbidden',
      'CONFIRMATION_NEEDED',
      '这项操作比较敏感，请先再次核验身份（输入动态口令或密码），然后继续。',
    );
};

/**
 * Before a sensitive act: a person must have proved who they are a short while ago (security.confirm_minutes).
 * The client asks for the proof and sends the act again.
 */
export const requireConfirmation = async (spine: Spine, caller: Caller): Promise<void> => {
  if (caller.actor.kind === 'person')
    refuseUnconfirmed(caller.confirmedAt ?? null, await readSecurityPolicy(spine.db), spine.now());
};
