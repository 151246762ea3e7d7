import { type ErrorPage, type ErrorStatus, errorPage, errorPages } from './error-page.ts';
import { type Frame, renderFrame } from './frame.ts';
import type { Markup } from './markup.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';

/** The public face: draws pages into the frame of one site. */
export interface Portal {
  readonly site: Site;
  readonly render: (page: Page) => Markup;
  /** A page that says what went wrong: one of those everybody may come upon, or one of an area's own. */
  readonly renderError: (error: ErrorStatus | ErrorPage) => Markup;
}

/** Made once, when the server is put together. */
export const createPortal = (frame: Frame): Portal => {
  const render = (page: Page): Markup => renderFrame(frame, page);
  return {
    get site() {
      return frame.site;
    },
    render,
    renderError: (error) => render(errorPage(typeof error === 'number' ? errorPages[error] : error)),
  };
};
