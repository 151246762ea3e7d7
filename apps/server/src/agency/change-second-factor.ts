import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actInSession, expectState } from './act-in-session.ts';
import { checkCode, codeRefused } from './check-code.ts';
import type { FoundSession } from './find-session.ts';
import { newRecoveryCodes, recoveryCodeHash } from './second-factor-code.ts';

const expectSecondFactor = (session: FoundSession): void => {
  expectState(session, 'ready');
  if (!session.hasSecondFactor) throw new Refusal('conflict', 'SECOND_FACTOR_ABSENT', '还没有绑定动态口令。');
};

/** Unbinds one's authenticator, to bind another; who needs one can do nothing else until then. */
export const removeSecondFactor = async (
  spine: Spine,
  session: FoundSession,
  code: string,
  requestId: string | null,
): Promise<void> => {
  expectSecondFactor(session);
  const { person, policy, id } = session;
  const isRemoved = await actInSession(spine, session, requestId, async (work) => {
    if (!(await checkCode(work, spine, { personId: person.id, sessionId: id }, code, policy))) return false;
    await work.db
      .updateTable('person')
      .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null, recovery_codes: [] })
      .where('id', '=', person.id)
      .execute();
    work.record({
      kind: 'second_factor_removed',
      agencyId: person.agencyId,
      subject: { kind: 'person', id: person.id },
    });
    return true;
  });
  if (!isRemoved) throw codeRefused();
};

/** Makes new recovery codes; the old ones no longer count. */
export const renewRecoveryCodes = async (
  spine: Spine,
  session: FoundSession,
  code: string,
  requestId: string | null,
): Promise<readonly string[]> => {
  expectSecondFactor(session);
  const { person, policy, id } = session;
  const fresh = await actInSession(spine, session, requestId, async (work) => {
    if (!(await checkCode(work, spine, { personId: person.id, sessionId: id }, code, policy))) return null;
    const codes = newRecoveryCodes();
    await work.db
      .updateTable('person')
      .set({ recovery_codes: codes.map((one) => recoveryCodeHash(spine.cipher, person.id, one)) })
      .where('id', '=', person.id)
      .execute();
    work.record({
      kind: 'recovery_codes_renewed',
      agencyId: person.agencyId,
      subject: { kind: 'person', id: person.id },
    });
    return codes;
  });
  if (fresh === null) throw codeRefused();
  return fresh;
};
