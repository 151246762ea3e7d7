import type { Selectable } from 'kysely';
import type { Work } from '../platform/act.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { countAttempt, forgetAttempts } from './count-attempt.ts';
import { endSessionsOf } from './end-session.ts';
import { recoveryCodeHash, totpStep } from './second-factor-code.ts';
import type { SecurityPolicy } from './security-policy.ts';
import type { PersonTable } from './tables.ts';

/** The code was wrong: counted and recorded, to be thrown after the act is written. */
export const codeRefused = (): Refusal =>
  new Refusal(
    'invalid',
    'CODE_WRONG',
    '动态口令不正确，或已经用过。请等认证器显示下一个口令后再输入，并核对手机的时间。',
    'code',
  );

/** Uses a code up: a step of the authenticator that comes after the last, or a recovery code. */
const useCode = async (
  { db, now }: Work,
  { cipher }: Spine,
  person: Selectable<PersonTable>,
  code: string,
): Promise<'totp' | 'recovery' | undefined> => {
  if (person.totp_secret === null) return undefined;
  const step = totpStep(
    cipher.decrypt(person.totp_secret, 'person.totp_secret'),
    code,
    person.totp_last_step,
    now,
  );
  const update = db.updateTable('person').where('id', '=', person.id);
  if (step !== undefined) {
    await update.set({ totp_last_step: step }).execute();
    return 'totp';
  }
  const hashed = recoveryCodeHash(cipher, person.id, code);
  if (!person.recovery_codes.includes(hashed)) return undefined;
  await update.set({ recovery_codes: person.recovery_codes.filter((one) => one !== hashed) }).execute();
  return 'recovery';
};

/**
 * Looks at a second-factor code of a person in the caller's act, under the same count and lock as passwords. False
 * when it is wrong (recorded; the session that it came from ends when that locks the account): the act is then to
 * be written as it is, and `codeRefused` thrown after it.
 */
export const checkCode = async (
  work: Work,
  spine: Spine,
  who: { readonly personId: string; readonly sessionId: Buffer },
  code: string,
  policy: SecurityPolicy,
): Promise<boolean> => {
  const { db, now, record } = work;
  const attempt = await countAttempt(db, { id: who.personId }, policy, now);
  if (!attempt) return false;
  const { person, permitted, isLast } = attempt;
  const used = permitted ? await useCode(work, spine, person, code) : undefined;
  const subject = { kind: 'person', id: person.id };
  if (used !== undefined) {
    await forgetAttempts(db, person.id);
    if (used === 'recovery')
      record({
        kind: 'recovery_code_used',
        agencyId: person.agency_id,
        subject,
        data: { left: person.recovery_codes.length - 1 },
      });
    return true;
  }
  record({
    kind: 'second_factor_refused',
    agencyId: person.agency_id,
    subject,
    data: { reason: permitted ? 'wrong_code' : 'locked' },
  });
  if (isLast) {
    await endSessionsOf(work, person.id, 'locked', { only: who.sessionId });
    record({
      kind: 'account_locked',
      agencyId: person.agency_id,
      subject,
      data: { minutes: policy.lockMinutes },
    });
  }
  return false;
};
