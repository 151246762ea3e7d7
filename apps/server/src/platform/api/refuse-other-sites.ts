import { Refusal } from '../refusal.ts';

const safe: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Whether a page of another site sent what changes something: also signing in, else somebody could be signed in as
 * another without noticing. The browser says so (`Sec-Fetch-Site`); of browsers too old for that the origin of the
 * page counts. Programs send neither.
 *
 * @param publicHost the host that people type, where a balancer asks by another
 */
export const isFromOtherSite = ({ method, headers, url }: Request, publicHost: string | null): boolean => {
  if (safe.includes(method)) return false;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  // The host alone: behind a balancer that speaks https the program itself is asked by http. `null` is a page that
  // hides where it is from, and none of ours.
  const host = hostOf(origin);
  return host === null || ![new URL(url).host, publicHost].includes(host);
};

/** Throws where `isFromOtherSite`. */
export const refuseOtherSites = (request: Request, publicHost: string | null): void => {
  if (isFromOtherSite(request, publicHost))
    throw new Refusal('forbidden', 'OTHER_SITE', '这个请求是从别的网站发来的，没有执行。请在本系统中操作。');
};
