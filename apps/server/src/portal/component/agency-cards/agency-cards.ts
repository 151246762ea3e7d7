import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface AgencyCardsData {
  readonly agencies: readonly {
    readonly name: string;
    readonly href: string;
    /** A line under the name: the phone of its working body. */
    readonly note?: string;
  }[];
}

/** Agencies side by side, in their official order. */
export const agencyCards = ({ agencies }: AgencyCardsData): Markup =>
  html`<ul class="agency-cards">${agencies.map(
    ({ name, href, note }) =>
      html`<li><a href="${href}">${name}</a>${note ? html`<span class="note">${note}</span>` : ''}</li>`,
  )}</ul>`;
