import { html } from 'hono/html';
import type { Assets } from '../platform/assets.ts';
import { type Markup, renderPage } from './frame.ts';

/** A page that says what went wrong and what to do next. */
export const renderErrorPage = (assets: Assets, title: string, message: string, back = '/check'): Markup =>
  renderPage(assets, {
    title,
    body: html`<h1>${title}</h1>
      <p class="lead">${message}</p>
      <p><a class="button" href="${back}">返回</a></p>`,
  });
