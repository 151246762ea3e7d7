import { html } from 'hono/html';
import { element, joined, type Markup } from '../../markup.ts';

export interface SearchBoxData {
  /** Of the control; different for each box of a page. */
  readonly id: string;
  readonly action: string;
  /** What is searched; read aloud, and shown inside the empty box. */
  readonly label: string;
  readonly query?: string | undefined;
  /** What can be searched for, under the box. */
  readonly hint?: string;
  /** The box is what the page is for. */
  readonly large?: boolean;
}

/** One line to type into, and a button. */
export const searchBox = ({ id, action, label, query, hint, large }: SearchBoxData): Markup =>
  html`<form class="${joined('search-box', large && 'large') ?? ''}" method="get" action="${action}" role="search" aria-label="${label}">
      <label class="unseen" for="${id}">${label}</label>
      <div class="search-line">${element('input', {
        type: 'search',
        id,
        name: 'q',
        value: query || undefined,
        placeholder: label,
        maxlength: 100,
        'aria-describedby': hint && `${id}-hint`,
      })}<button class="button${large ? ' primary' : ''}" type="submit">搜索</button></div>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
    </form>`;
