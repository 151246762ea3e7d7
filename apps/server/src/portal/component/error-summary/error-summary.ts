import { html } from 'hono/html';
import type { Markup } from '../../markup.ts';

export interface ErrorSummaryData {
  readonly title?: string;
  readonly errors: readonly {
    readonly text: string;
    /** Id of the control that it is about. */
    readonly field?: string;
  }[];
}

/**
 * On top of a form that was not taken: what is wrong, each leading to its field. Nothing when nothing is. It has the
 * focus when the page opens, without a script: what is wrong is read first, wherever on the page the form stands.
 */
export const errorSummary = ({ title, errors }: ErrorSummaryData): Markup => {
  if (errors.length === 0) return html``;
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
      <h2>${title ?? `没有提交成功，有 ${errors.length} 处要改`}</h2>
      <ul>${errors.map(({ text, field }) => html`<li>${field ? html`<a href="#${field}">${text}</a>` : text}</li>`)}</ul>
    </div>`;
};
