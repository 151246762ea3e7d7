import { html } from 'hono/html';
import type { Content, Markup } from '../../markup.ts';

export interface FieldsetData {
  readonly legend: string;
  readonly hint?: string;
  readonly fields: Content;
}

/** A part of a form under a heading of its own: 申请人, 所需信息. */
export const fieldset = ({ legend, hint, fields }: FieldsetData): Markup =>
  html`<fieldset class="form-part"><legend>${legend}</legend>${hint ? html`<p class="hint">${hint}</p>` : ''}${fields}</fieldset>`;
