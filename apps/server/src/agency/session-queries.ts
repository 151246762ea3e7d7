import type { CurrentSession, OwnSession, PasswordRules } from '@gongkai/contract';
import type { Spine } from '../platform/spine.ts';
import type { FoundSession } from './find-session.ts';
import { readSecurityPolicy } from './security-policy.ts';

/** What the office is told of who sits in front of it; nothing of rights before they are. */
export const presentSession = (session: FoundSession | null): CurrentSession => {
  if (!session)
    return {
      state: 'signed_out',
      person: null,
      agency: null,
      held: [],
      endsAt: null,
      idleMinutes: null,
      confirmedAt: null,
      confirmMinutes: null,
      passwordExpiresAt: null,
      hasSecondFactor: false,
      needsSecondFactor: false,
    };
  const isReady = session.state === 'ready';
  const { person, policy } = session;
  return {
    state: session.state,
    person: { id: person.id, name: person.name, username: person.username },
    agency: isReady ? session.agency : null,
    held: isReady
      ? session.posts.map(({ role, agencyId, agencyName }) => ({ role, agencyId, agencyName }))
      : [],
    endsAt: session.endsAt.toISOString(),
    idleMinutes: policy.idleMinutes,
    confirmedAt: session.confirmedAt.toISOString(),
    confirmMinutes: policy.confirmMinutes,
    passwordExpiresAt: session.passwordExpiresAt?.toISOString() ?? null,
    hasSecondFactor: session.hasSecondFactor,
    needsSecondFactor: session.needsSecondFactor,
  };
};

/** The sessions of a person that haven't ended, newest first; `current` is marked. */
export const sessionsOf = async (
  spine: Spine,
  personId: string,
  current: Buffer | null,
): Promise<OwnSession[]> => {
  const { idleMinutes } = await readSecurityPolicy(spine.db);
  const now = spine.now();
  const rows = await spine.db
    .selectFrom('session')
    .select(['id', 'browser', 'created_at', 'seen_at', 'ends_at'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id.toString('hex'),
    isCurrent: current?.equals(row.id) ?? false,
    browser: row.browser,
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  }));
};

/** The rules for passwords in force, for a form to say. */
export const passwordRules = async (spine: Spine): Promise<PasswordRules> => {
  const policy = await readSecurityPolicy(spine.db);
  return {
    length: policy.passwordLength,
    kinds: policy.passwordKinds,
    earlier: policy.passwordEarlier,
    days: policy.passwordDays,
    failures: policy.failures,
    lockMinutes: policy.lockMinutes,
  };
};
