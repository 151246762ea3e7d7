import { html } from 'hono/html';
import { element, joined, type Markup } from '../../markup.ts';

export interface ButtonData {
  /** A verb for what will happen: 提交申请, 发出补正告知书. */
  readonly text: string;
  /** A link that looks like a button; without it, a button that sends its form. */
  readonly href?: string;
  /** `main`: the one thing to do on the page; `quiet`: beside something else; `danger`: what can't be undone. */
  readonly kind?: 'main' | 'quiet' | 'danger';
  readonly name?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  /** What follows, said beside what can't be undone. */
  readonly consequence?: string;
  readonly id?: string;
}

/** A button, or a link that looks like one. */
export const button = ({ text, href, kind, name, value, disabled, consequence, id }: ButtonData): Markup => {
  const words = consequence && id ? `${id}-consequence` : undefined;
  const classes = joined('button', kind === 'main' ? 'primary' : kind);
  const control =
    href === undefined
      ? element(
          'button',
          { type: 'submit', class: classes, name, value, disabled, id, 'aria-describedby': words },
          text,
        )
      : element('a', { class: classes, href, id }, text);
  if (!consequence) return control;
  return html`<div class="button-with-words">${control}${element('p', { class: 'hint', id: words }, consequence)}</div>`;
};
