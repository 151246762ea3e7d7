import { Refusal } from '../refusal.ts';

const safe: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Throws where a page of another site sent what changes something: also signing in, else somebody could be signed in
 * as another without noticing. The browser says so (`Sec-Fetch-Site`); of browsers too old for that the origin of the
 * page counts. Programs send neither.
 *
 * @param publicHost the host that people type, where a balancer asks by another
 */
export const refuseOtherSites = ({ method, headers, url }: Request, publicHost: string | null): void => {
  if (safe.includes(method)) return;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const isOurs =
    site === null
      ? origin === null || [new URL(url).host, publicHost].includes(hostOf(origin))
      : site === 'same-origin' || site === 'none';
  if (!isOurs)
    throw new Refusal('forbidden', 'OTHER_SITE', '这个请求是从别的网站发来的，没有执行。请在本系统中操作。');
};
