import type { Context } from 'hono';
import type { Config } from '../../platform/config.ts';
import type { Spine } from '../../platform/spine.ts';
import type { Page, Portal } from '../../portal/index.ts';

/** What the citizen's pages stand on. */
export interface ApplicantParts {
  readonly portal: Portal;
  readonly config: Config;
  readonly spine: Spine;
  /** Ties what a request left in the log and the events together. */
  readonly requestIdOf: (c: Context) => string;
}

/** The entry of the navigation that these pages belong to. */
const applyEntry = 'apply';

/** Draws a page of these: never kept by anybody on the way, never found by a search engine. */
export const showPage = (
  { portal }: Pick<ApplicantParts, 'portal'>,
  c: Context,
  page: Page,
  status: 200 | 400 | 404 | 409 | 413 | 422 | 429 = 200,
): Response | Promise<Response> =>
  c.html(
    portal.render({ current: applyEntry, ...page, styles: ['apply.css', ...(page.styles ?? [])] }),
    status,
    {
      'Cache-Control': 'no-store',
    },
  );

/** People come by https, whatever the balancer speaks to us. */
export const isSecure = ({ publicUrl }: Config): boolean => publicUrl?.startsWith('https:') ?? false;

/** Sent on after something was done, so that reloading does nothing twice. */
export const goTo = (c: Context, path: string): Response =>
  c.body(null, 303, { Location: path, 'Cache-Control': 'no-store' });

/** Whether a text of an address or a form is an id. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
