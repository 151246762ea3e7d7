import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';
import { type ButtonData, button } from '../button/button.ts';

export interface EmptyStateData {
  /** What isn't there: 这个栏目还没有公开的信息. */
  readonly title: string;
  /** Why, and what to do. */
  readonly why: string;
  readonly action?: ButtonData;
}

/** A list without entries says why, and what to do. */
export const emptyState = ({ title, why, action }: EmptyStateData): Markup =>
  html`<div class="empty-state"><p class="empty-title">${title}</p><p>${why}</p>${action ? html`<p>${button(action)}</p>` : ''}</div>`;
