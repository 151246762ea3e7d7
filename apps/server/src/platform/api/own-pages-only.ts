import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { isFromOtherSite } from './refuse-other-sites.ts';

/** Refuses forms that a page of another site sent: nobody's upload is made or deleted without their knowing. */
export const ownPagesOnly =
  ({ publicUrl }: { readonly publicUrl: string | null }): MiddlewareHandler =>
  async (c, next) => {
    if (isFromOtherSite(c.req.raw, publicUrl && new URL(publicUrl).host)) throw new HTTPException(403);
    await next();
  };
