import { createHash, randomBytes } from 'node:crypto';
import type { ApiRequest } from './api-request.ts';

/** `__Host-`: only this very host, over https, for the whole of it, may have set it. */
const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-gongkai' : 'gongkai');

/** What stands in the table for a secret that somebody carries. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const newSessionSecret = (): string => randomBytes(32).toString('base64url');

/**
 * The session's secret that a request carries. Null too where another site's page sent it: the browser says so, and
 * sibling hosts below one domain count as others.
 */
export const sessionSecretOf = ({ headers, isSecure }: ApiRequest): string | null => {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return null;
  const name = `${cookieName(isSecure)}=`;
  const found = (headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
    ?.slice(name.length);
  return found && /^[\w-]{43}$/.test(found) ? found : null;
};

const attributes = (isSecure: boolean): string =>
  `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

/** The Set-Cookie header that carries a session's secret; it ends with the browser, the session by its own limits. */
export const sessionCookie = (secret: string, isSecure: boolean): string =>
  `${cookieName(isSecure)}=${secret}; ${attributes(isSecure)}`;

export const endedCookie = (isSecure: boolean): string =>
  `${cookieName(isSecure)}=; ${attributes(isSecure)}; Max-Age=0`;
