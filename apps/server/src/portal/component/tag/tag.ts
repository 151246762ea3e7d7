import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface TagData {
  readonly text: string;
  readonly kind?: TagKind;
}

export type TagKind = 'plain' | 'info' | 'done' | 'warning' | 'error';

/** Never colour alone: each kind has a sign of its own beside its word. */
const signs: Readonly<Record<TagKind, string>> = {
  plain: '',
  info: '●',
  done: '✔',
  warning: '▲',
  error: '✖',
};

/** A state in a word and a sign. */
export const tag = ({ text, kind = 'plain' }: TagData): Markup =>
  html`<span class="tag ${kind}">${signs[kind] ? html`<span class="sign" aria-hidden="true">${signs[kind]}</span>` : ''}${text}</span>`;
