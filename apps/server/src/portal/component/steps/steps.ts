import { html } from 'hono/html';
import { element, joined, type Markup } from '../../markup.ts';

export interface StepsData {
  readonly label: string;
  readonly steps: readonly { readonly text: string; readonly href?: string }[];
  /** Position of the step that one is at, from 1. */
  readonly current: number;
}

/** How far one is in a form of several pages. */
export const steps = ({ label, steps: all, current }: StepsData): Markup =>
  html`<nav class="steps" aria-label="${label}"><ol>${all.map(({ text, href }, at) => {
    const done = at + 1 < current;
    return element(
      'li',
      {
        class: joined(done && 'done', at + 1 === current && 'now'),
        'aria-current': at + 1 === current ? 'step' : undefined,
      },
      html`<span class="step-number" aria-hidden="true">${done ? '✔' : at + 1}</span>${done && href ? html`<a href="${href}">${text}</a>` : html`<span>${text}</span>`}${done ? html`<span class="unseen">（已完成）</span>` : ''}`,
    );
  })}</ol></nav>`;
