import { html } from 'hono/html';
import { type Content, element, type Markup } from '../../markup.ts';

export interface DetailsData {
  readonly summary: string;
  readonly body: Content;
  readonly open?: boolean;
}

/** An explanation for those who want it: why this date, on which article. */
export const details = ({ summary, body, open }: DetailsData): Markup =>
  element('details', { class: 'details', open }, html`<summary>${summary}</summary><div>${body}</div>`);
