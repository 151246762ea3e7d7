import type { SignIn } from '@gongkai/contract';
import { sql } from 'kysely';
import { act } from '../platform/act.ts';
import type { Actor } from '../platform/event/event.ts';
import { addressGroup } from '../platform/rate-limit/address-group.ts';
import { takeToken } from '../platform/rate-limit/shared-rate-limit.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import type { ApiRequest } from './api-request.ts';
import { type Attempt, countAttempt, forgetAttempts, takeBackAttempt } from './count-attempt.ts';
import { nobodysHash, verifyPassword } from './password.ts';
import { readSecurityPolicy, type SecurityPolicy } from './security-policy.ts';
import { startSession } from './start-session.ts';

const visitor: Actor = { kind: 'visitor', id: null, postId: null };

/** Holds back a network address that tries too often, whatever it tries. The table keeps a keyed hash of it. */
const limitAddress = async (spine: Spine, address: string, policy: SecurityPolicy): Promise<void> => {
  const key = `sign-in:${spine.cipher.index(addressGroup(address), 'rate_bucket.key').toString('base64url')}`;
  const { allowed, retryAfter } = await takeToken(spine.db, key, policy.signInsPerMinute, spine.now());
  if (!allowed)
    throw new Refusal(
      'too_many',
      'SIGN_IN_TOO_OFTEN',
      `本机所在网络尝试登录太频繁。请 ${retryAfter} 秒后再试。`,
      undefined,
      retryAfter,
    );
};

/** Nobody may learn from the answer whether the name exists, the account is locked, or the person has left. */
const refused = (policy: SecurityPolicy): Refusal =>
  new Refusal(
    'signed_out',
    'SIGN_IN_REFUSED',
    `用户名或密码不正确，或账号已锁定。连续输错 ${policy.failures} 次，账号锁定 ${policy.lockMinutes} 分钟；忘记密码的，请联系系统管理员重置。`,
  );

const whyRefused = (attempt: Attempt | undefined): string => {
  if (!attempt) return 'unknown';
  return attempt.permitted ? 'wrong_password' : 'locked';
};

/**
 * Signs a person in by name and password and returns the new session's secret. Somebody with a second factor still
 * has to give it; see `sessionState`. Every refusal reads alike and costs the same work; each stands in the record,
 * a name that doesn't exist as a keyed hash only, because people type their password there by mistake.
 */
export const signIn = async (
  spine: Spine,
  request: ApiRequest,
  { username, password }: SignIn,
): Promise<string> => {
  const policy = await readSecurityPolicy(spine.db);
  await limitAddress(spine, request.address, policy);
  // Made at the first sign-in, whoever's it is: else the first name that doesn't exist would take longer.
  const nobodys = await nobodysHash();
  const attempt = await spine.db.transaction().execute(async (db) => {
    // A count lost at a power failure harms nobody; without the wait, known and unknown names take alike long.
    await sql`set local synchronous_commit = off`.execute(db);
    return countAttempt(db, { username }, policy, spine.now());
  });
  const isRight = await verifyPassword(attempt?.person.password_hash ?? nobodys, password);
  const isIn = isRight && attempt?.permitted === true;
  const actor = isIn ? ({ kind: 'person', id: attempt.person.id, postId: null } as const) : visitor;
  const about = { address: request.address };

  const secret = await act(
    { db: spine.db, actor, now: spine.now, requestId: request.id },
    async ({ db, now, record }) => {
      const person = attempt?.person;
      const agencyId = person?.agency_id ?? null;
      const subject = person
        ? { kind: 'person', id: person.id }
        : { kind: 'username', id: nameIndex(spine, username) };
      if (!isIn) {
        record({
          kind: 'sign_in_refused',
          agencyId,
          subject,
          data: { ...about, reason: whyRefused(attempt) },
        });
        if (attempt?.isLast)
          record({ kind: 'account_locked', agencyId, subject, data: { minutes: policy.lockMinutes } });
        return null;
      }
      const { password_hash: still, left_on } = await db
        .selectFrom('person')
        .select(['password_hash', 'left_on'])
        .where('id', '=', attempt.person.id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      // The password was changed, or the person left, while it was being looked at.
      if (left_on !== null || still !== attempt.person.password_hash) return null;
      const hasSecondFactor = attempt.person.totp_confirmed_at !== null;
      await (hasSecondFactor ? takeBackAttempt : forgetAttempts)(db, attempt.person.id);
      const opened = await startSession({ db, now }, attempt.person, policy, request.browser);
      record({
        kind: hasSecondFactor ? 'password_accepted' : 'signed_in',
        agencyId,
        subject,
        data: about,
      });
      return opened;
    },
  );
  if (secret === null) throw refused(policy);
  return secret;
};

const nameIndex = (spine: Spine, username: string): string =>
  spine.cipher.index(username.toLowerCase(), 'person.username').toString('hex').slice(0, 32);
