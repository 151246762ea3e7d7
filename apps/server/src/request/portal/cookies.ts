import { randomBytes } from 'node:crypto';

/** `__Host-`: only this very host, over https, may have set it. */
const nameOf = (name: string, isSecure: boolean): string => `${isSecure ? '__Host-' : ''}gongkai-${name}`;

/** The value of a cookie of ours; null where the browser sends none. */
export const readCookie = (headers: Headers, name: string, isSecure: boolean): string | null => {
  const start = `${nameOf(name, isSecure)}=`;
  const found = (headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
    ?.slice(start.length);
  return found && /^[\w-]{43,4000}$/.test(found) ? found : null;
};

/** A Set-Cookie header. `seconds`: how long the browser keeps it; 0 lets it go. */
export const writeCookie = (name: string, value: string, seconds: number, isSecure: boolean): string =>
  `${nameOf(name, isSecure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`;

/** What can't be guessed: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
