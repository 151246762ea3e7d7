import type { SessionState } from '@gongkai/contract';
import type { Spine } from '../platform/spine.ts';
import { endSession } from './end-session.ts';
import { type HeldPost, heldPosts } from './held-posts.ts';
import { readSecurityPolicy, type SecurityPolicy } from './security-policy.ts';
import { hashSecret } from './session-cookie.ts';
import { needsSecondFactor, passwordEnd, sessionState } from './session-state.ts';

/** A session that hasn't ended, with its person and what the person still has to do before it is of use. */
export interface FoundSession {
  readonly id: Buffer;
  readonly state: SessionState;
  readonly person: {
    readonly id: string;
    readonly agencyId: string;
    readonly name: string;
    readonly username: string;
  };
  /** The agency acted for at present, and its name. */
  readonly agency: { readonly id: string; readonly name: string };
  readonly posts: readonly HeldPost[];
  readonly endsAt: Date;
  readonly confirmedAt: Date;
  readonly passwordExpiresAt: Date | null;
  readonly hasSecondFactor: boolean;
  readonly needsSecondFactor: boolean;
  readonly policy: SecurityPolicy;
}

/** `seen_at` is written at most this often, in milliseconds. */
const seenEvery = 60_000;

const load = (spine: Spine, id: Buffer) =>
  spine.db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .innerJoin('agency', 'agency.id', 'session.agency_id')
    .select([
      'session.created_at',
      'session.seen_at',
      'session.ends_at',
      'session.second_factor_at',
      'session.confirmed_at',
      'session.agency_id',
      'agency.name as agency_name',
      'person.id as person_id',
      'person.agency_id as home_id',
      'person.name',
      'person.username',
      'person.must_change_password',
      'person.password_changed_at',
      'person.totp_confirmed_at',
    ])
    .where('session.id', '=', id)
    .where('session.ended_at', 'is', null)
    .where('person.left_on', 'is', null)
    .executeTakeFirst();

/**
 * The session of a secret; null where there is none or it is over. Idle and absolute end are looked at here, each
 * time. A request that nobody made by hand (`isBackground`: the office asking for news) doesn't keep it alive.
 */
export const findSession = async (
  spine: Spine,
  secret: string,
  options: { readonly isBackground?: boolean; readonly requestId?: string | null } = {},
): Promise<FoundSession | null> => {
  const id = hashSecret(secret);
  const now = spine.now();
  const [row, policy] = await Promise.all([load(spine, id), readSecurityPolicy(spine.db)]);
  if (!row) return null;

  const absoluteEnd = new Date(
    Math.min(row.ends_at.getTime(), row.created_at.getTime() + policy.sessionHours * 3_600_000),
  );
  const idleEnd = row.seen_at.getTime() + policy.idleMinutes * 60_000;
  if (now >= absoluteEnd || now.getTime() >= idleEnd) {
    await endSession(spine, id, now >= absoluteEnd ? 'absolute' : 'idle', options.requestId ?? null);
    return null;
  }
  if (!options.isBackground && now.getTime() - row.seen_at.getTime() >= seenEvery)
    await spine.db
      .updateTable('session')
      .set({ seen_at: now })
      .where('id', '=', id)
      .where('seen_at', '<', now)
      .execute();

  const posts = await heldPosts(spine.db, row.person_id);
  const hasSecondFactor = row.totp_confirmed_at !== null;
  const isNeeded = needsSecondFactor(policy, posts);
  const passwordExpiresAt = passwordEnd(policy, row.password_changed_at);
  // A post at the agency acted for may have ended meanwhile.
  const here = posts.find(({ agencyId }) => agencyId === row.agency_id) ?? posts[0];
  return {
    id,
    state: sessionState({
      hasSecondFactor,
      gaveSecondFactor: row.second_factor_at !== null,
      needsSecondFactor: isNeeded,
      mustChangePassword:
        row.must_change_password || (passwordExpiresAt !== null && passwordExpiresAt <= now),
    }),
    person: { id: row.person_id, agencyId: row.home_id, name: row.name, username: row.username },
    agency: here
      ? { id: here.agencyId, name: here.agencyName }
      : { id: row.agency_id, name: row.agency_name },
    posts,
    endsAt: absoluteEnd,
    confirmedAt: row.confirmed_at,
    passwordExpiresAt,
    hasSecondFactor,
    needsSecondFactor: isNeeded,
    policy,
  };
};
