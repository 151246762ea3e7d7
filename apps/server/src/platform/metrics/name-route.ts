import type { Context } from 'hono';
import { routePath } from 'hono/route';

const names = new WeakMap<Request, string>();

/** Says what a request is called in log and metrics, where the pattern of its route says too little (the API). */
export const nameRoute = (c: Context, name: string): void => {
  names.set(c.req.raw, name);
};

/**
 * What a request is called in log and metrics once it is answered: the pattern of its route, never its path, which
 * may hold ids, names or whatever somebody typed. Everything without a route of its own is one name.
 */
export const routeNameOf = (c: Context): string => {
  const name = names.get(c.req.raw);
  if (name) return name;
  const pattern = routePath(c);
  return pattern === '*' || pattern === '/*' || pattern === '' ? 'other' : pattern;
};
