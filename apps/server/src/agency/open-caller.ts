import type { Actor } from '../platform/event/event.ts';
import { takeToken } from '../platform/rate-limit/shared-rate-limit.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import type { ApiRequest } from './api-request.ts';
import type { Caller } from './caller.ts';
import { type FoundSession, findSession } from './find-session.ts';
import { hashSecret, sessionSecretOf } from './session-cookie.ts';

/** Tokens begin so, which lets scanners of leaked secrets find them. */
export const tokenPrefix = 'gk_';

/** The person of a session as whoever acts; from the post at the agency acted for at present. */
export const actorOf = ({ person, posts, agency }: FoundSession): Actor => ({
  kind: 'person',
  id: person.id,
  postId: posts.find(({ agencyId }) => agencyId === agency.id)?.postId ?? null,
});

/** The session that a request carries, in whatever state; null where there is none. */
export const sessionOf = async (spine: Spine, request: ApiRequest): Promise<FoundSession | null> => {
  const secret = sessionSecretOf(request);
  if (secret === null) return null;
  return findSession(spine, secret, {
    isBackground: request.headers.has('gongkai-background'),
    requestId: request.id,
  });
};

const onceOf = ({ headers }: ApiRequest): { readonly once?: string } => {
  const key = headers.get('idempotency-key');
  return key ? { once: key } : {};
};

/** A person who is fully signed in, with the roles held at the agency acted for at present. */
export const callerOf = (session: FoundSession, request: ApiRequest): Caller | null => {
  if (session.state !== 'ready') return null;
  return {
    actor: actorOf(session),
    agencyId: session.agency.id,
    name: session.person.name,
    held: session.posts
      .filter(({ agencyId }) => agencyId === session.agency.id)
      .flatMap(({ role, agencyId, reachId }) =>
        [...new Set([agencyId, reachId])].map((id) => ({ role, agencyId: id })),
      ),
    scopes: null,
    confirmedAt: session.confirmedAt,
    requestId: request.id,
    ...onceOf(request),
  };
};

const openToken = async (spine: Spine, secret: string, request: ApiRequest): Promise<Caller | null> => {
  const now = spine.now();
  const token = await spine.db
    .selectFrom('api_token')
    .innerJoin('agency', 'agency.id', 'api_token.agency_id')
    .select([
      'api_token.id',
      'api_token.name',
      'api_token.agency_id',
      'api_token.scopes',
      'api_token.per_minute',
      'api_token.last_used_at',
    ])
    .where('api_token.hash', '=', hashSecret(secret))
    .where('api_token.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('api_token.expires_at', 'is', null), eb('api_token.expires_at', '>', now)]))
    .where('agency.closed_on', 'is', null)
    .executeTakeFirst();
  if (!token) return null;
  const { allowed, retryAfter } = await takeToken(spine.db, `token:${token.id}`, token.per_minute, now);
  if (!allowed)
    throw new Refusal(
      'too_many',
      'TOKEN_LIMIT',
      `这个令牌每分钟最多请求 ${token.per_minute} 次，已超过。请 ${retryAfter} 秒后再试。`,
      undefined,
      retryAfter,
    );
  if (token.last_used_at === null || now.getTime() - token.last_used_at.getTime() >= 60_000)
    await spine.db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', token.id).execute();
  return {
    actor: { kind: 'token', id: token.id, postId: null },
    agencyId: token.agency_id,
    name: token.name,
    held: [],
    scopes: token.scopes,
    requestId: request.id,
    ...onceOf(request),
  };
};

/**
 * Who sends a request: the person of its session cookie, once fully signed in, or the system of its token
 * (`Authorization: Bearer gk_…`). Null where it is neither; a request with a token is never taken for a person.
 * Throws `Refusal` TOKEN_LIMIT where a token is used too often.
 */
export const openCaller = async (spine: Spine, request: ApiRequest): Promise<Caller | null> => {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const secret = /^Bearer (gk_[\w-]{43})$/i.exec(authorization)?.[1];
    return secret ? openToken(spine, secret, request) : null;
  }
  const session = await sessionOf(spine, request);
  return session && callerOf(session, request);
};
