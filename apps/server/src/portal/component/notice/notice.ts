import { html } from 'hono/html';
import { type Content, element, type Markup } from '../../markup.ts';

export interface NoticeData {
  readonly kind: 'info' | 'done' | 'warning';
  readonly title: string;
  readonly body?: Content;
  /** It tells of what was just done: screen readers say it at once. */
  readonly fresh?: boolean;
}

const words = { info: '提示', done: '已完成', warning: '注意' } as const;

/** What happened, what follows, by when. Errors stand in `error-summary`. */
export const notice = ({ kind, title, body, fresh }: NoticeData): Markup =>
  element(
    'div',
    { class: `notice-banner ${kind}`, role: fresh ? 'status' : undefined },
    html`<p class="notice-title"><span class="notice-word">${words[kind]}</span>${title}</p>${body ? html`<div class="notice-body">${body}</div>` : ''}`,
  );
