import { html } from 'hono/html';
import { type Content, element, type Markup } from '../../markup.ts';
import { type ButtonData, button } from '../button/button.ts';
import { errorSummary } from '../error-summary/error-summary.ts';

export interface FormParts {
  readonly action: string;
  readonly method?: 'get' | 'post';
  /** It holds a file field. */
  readonly upload?: boolean;
  readonly label: string;
  readonly errors?: readonly { readonly text: string; readonly field?: string }[];
  readonly fields: Content;
  readonly buttons: readonly ButtonData[];
}

/**
 * A form: errors on top, fields, what can be done at the end. The browser's own check is off: ours says it in
 * Chinese, beside the field, on every machine. Where it comes from is checked by the server (`csrf`).
 */
export const form = ({
  action,
  method = 'post',
  upload,
  label,
  errors = [],
  fields,
  buttons,
}: FormParts): Markup =>
  element(
    'form',
    {
      class: 'task-form',
      action,
      method,
      enctype: upload && 'multipart/form-data',
      novalidate: true,
      'aria-label': label,
    },
    html`${errorSummary({ errors })}${fields}<div class="form-end">${buttons.map(button)}</div>`,
  );
