import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { addressGroup } from './rate-limit/address-group.ts';

/** The client's address, as far as it can be known. Behind a balancer: the last address that it added. */
export const clientAddress = (c: Context, trustProxy: boolean): string => {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Requests that tests make have no connection.
    return 'unknown';
  }
};

/** How many addresses are remembered; past that the oldest are forgotten, so that memory stays bounded. */
const remembered = 10_000;

/**
 * Lets each address make `perMinute` requests a minute, evenly refilled (token bucket); `refuse` answers those above.
 */
export const rateLimit = (
  perMinute: number,
  trustProxy: boolean,
  refuse: (c: Context) => Response | Promise<Response>,
  now: () => number = Date.now,
): MiddlewareHandler => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return async (c, next) => {
    const address = addressGroup(clientAddress(c, trustProxy));
    const time = now();
    const bucket = buckets.get(address) ?? { tokens: perMinute, at: time };
    const tokens = Math.min(perMinute, bucket.tokens + ((time - bucket.at) / 60_000) * perMinute);
    buckets.delete(address);
    buckets.set(address, { tokens: Math.max(0, tokens - 1), at: time });
    if (buckets.size > remembered) buckets.delete(buckets.keys().next().value as string);
    if (tokens >= 1) return next();
    c.header('Retry-After', String(Math.ceil(((1 - tokens) / perMinute) * 60)));
    return refuse(c);
  };
};
