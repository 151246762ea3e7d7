import type { Work } from '../platform/act.ts';
import { endSessionsOf } from './end-session.ts';
import { heldPosts } from './held-posts.ts';
import type { SecurityPolicy } from './security-policy.ts';
import { hashSecret, newSessionSecret } from './session-cookie.ts';

/**
 * Starts a session in the caller's act and returns its secret; the oldest beyond the policy's number end. Where a
 * second factor is still to come only others of that sort do: the password alone signs nobody else out.
 */
export const startSession = async (
  { db, now }: Pick<Work, 'db' | 'now'>,
  person: { readonly id: string; readonly agency_id: string; readonly totp_confirmed_at: Date | null },
  policy: SecurityPolicy,
  browser: string | null,
): Promise<string> => {
  const secret = newSessionSecret();
  const posts = await heldPosts(db, person.id);
  const home = posts.find(({ agencyId }) => agencyId === person.agency_id) ?? posts[0];
  await endSessionsOf({ db, now }, person.id, 'replaced', {
    keep: policy.sessionsPerPerson - 1,
    ...(person.totp_confirmed_at === null ? {} : { gaveSecondFactor: false }),
  });
  await db
    .insertInto('session')
    .values({
      id: hashSecret(secret),
      person_id: person.id,
      agency_id: home?.agencyId ?? person.agency_id,
      created_at: now,
      seen_at: now,
      confirmed_at: now,
      ends_at: new Date(now.getTime() + policy.sessionHours * 3_600_000),
      browser: browser?.slice(0, 200) ?? null,
    })
    .execute();
  return secret;
};

/**
 * Gives a session another secret in the caller's act: whoever knew the one before, from before the person proved
 * more of who they are, is out. Returns it.
 */
export const renewSession = async (db: Work['db'], id: Buffer): Promise<string> => {
  const secret = newSessionSecret();
  await db
    .updateTable('session')
    .set({ id: hashSecret(secret) })
    .where('id', '=', id)
    .execute();
  return secret;
};
