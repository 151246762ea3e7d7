import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actInSession, expectState } from './act-in-session.ts';
import { codeRefused } from './check-code.ts';
import { refuseUnconfirmed } from './confirm-identity.ts';
import type { FoundSession } from './find-session.ts';
import {
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodeHash,
  totpStep,
  totpUri,
} from './second-factor-code.ts';
import { renewSession } from './start-session.ts';

const already = (): Refusal =>
  new Refusal(
    'conflict',
    'SECOND_FACTOR_PRESENT',
    '已经绑定过动态口令。要换手机，请先解除原来的，再重新绑定。',
  );

/** Makes a secret for an authenticator; it counts once a code of it was given (`confirmSecondFactor`). */
export const beginSecondFactor = (
  spine: Spine,
  session: FoundSession,
  requestId: string | null,
): Promise<{ readonly uri: string; readonly secret: string }> => {
  expectState(session, 'must_enrol_second_factor', 'ready');
  // Whoever finds a screen unlocked must not bind a telephone of their own.
  refuseUnconfirmed(session.confirmedAt, session.policy, spine.now());
  const { person } = session;
  return actInSession(spine, session, requestId, async ({ db, record }) => {
    const secret = newTotpSecret();
    const { numUpdatedRows } = await db
      .updateTable('person')
      .set({ totp_secret: spine.cipher.encrypt(secret, 'person.totp_secret'), totp_last_step: null })
      .where('id', '=', person.id)
      .where('totp_confirmed_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw already();
    record({
      kind: 'second_factor_begun',
      agencyId: person.agencyId,
      subject: { kind: 'person', id: person.id },
    });
    return { uri: totpUri(secret, person.username), secret };
  });
};

/** Binds the authenticator by a first code. Returns recovery codes, and the session's new secret. */
export const confirmSecondFactor = async (
  spine: Spine,
  session: FoundSession,
  code: string,
  requestId: string | null,
): Promise<{ readonly recoveryCodes: readonly string[]; readonly secret: string }> => {
  expectState(session, 'must_enrol_second_factor', 'ready');
  const { person, id } = session;
  return actInSession(spine, session, requestId, async ({ db, now, record }) => {
    const row = await db
      .selectFrom('person')
      .select(['totp_secret', 'totp_confirmed_at'])
      .where('id', '=', person.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.totp_confirmed_at !== null) throw already();
    if (row.totp_secret === null)
      throw new Refusal('conflict', 'SECOND_FACTOR_NOT_BEGUN', '请先扫描二维码，再输入动态口令。');
    const step = totpStep(spine.cipher.decrypt(row.totp_secret, 'person.totp_secret'), code, null, now);
    // Nothing is guarded by this code yet, so a wrong one isn't counted.
    if (step === undefined) throw codeRefused();
    const recoveryCodes = newRecoveryCodes();
    await db
      .updateTable('person')
      .set({
        totp_confirmed_at: now,
        totp_last_step: step,
        recovery_codes: recoveryCodes.map((one) => recoveryCodeHash(spine.cipher, person.id, one)),
      })
      .where('id', '=', person.id)
      .execute();
    await db
      .updateTable('session')
      .set({ second_factor_at: now, confirmed_at: now })
      .where('id', '=', id)
      .execute();
    record({
      kind: 'second_factor_bound',
      agencyId: person.agencyId,
      subject: { kind: 'person', id: person.id },
    });
    return { recoveryCodes, secret: await renewSession(db, id) };
  });
};
