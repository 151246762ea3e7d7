import { html } from 'hono/html';
import { element, joined, type Markup } from '../../markup.ts';

/** What every field has around its control. */
export interface FieldData {
  /** Name in the form, and id of the control unless `id` says otherwise. */
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was typed, and what to do. */
  readonly error?: string;
  /** Fields are needed unless they are marked 选填. */
  readonly optional?: boolean;
}

export const idOf = ({ id, name }: FieldData): string => id ?? name;

/** The attributes that tie a control to its label, error and hint; the error is read first. */
export const controlAttributes = (field: FieldData) => ({
  id: idOf(field),
  name: field.name,
  required: !field.optional,
  'aria-invalid': field.error ? 'true' : undefined,
  'aria-describedby': describedBy(field),
});

export const describedBy = (field: FieldData): string | undefined =>
  joined(field.error && `${idOf(field)}-error`, field.hint && `${idOf(field)}-hint`);

export const optionalMark = ({ optional }: FieldData): Markup | string =>
  optional ? html` <span class="optional">选填</span>` : '';

export const fieldError = (field: FieldData): Markup | string =>
  field.error
    ? html`<p class="field-error" id="${idOf(field)}-error"><span class="unseen">错误：</span>${field.error}</p>`
    : '';

export const fieldHint = (field: FieldData): Markup | string =>
  field.hint ? html`<p class="hint" id="${idOf(field)}-hint">${field.hint}</p>` : '';

/** A label above its control, hint and error between them. */
export const field = (data: FieldData, control: Markup): Markup =>
  html`<div class="field${data.error ? ' wrong' : ''}">
      <label for="${idOf(data)}">${data.label}${optionalMark(data)}</label>
      ${fieldHint(data)}${fieldError(data)}
      ${control}
    </div>`;

/** Several controls that answer one question, under one legend. */
export const fieldGroup = (data: FieldData, controls: Markup, role?: 'radiogroup'): Markup =>
  element(
    'fieldset',
    {
      class: joined('field', data.error && 'wrong'),
      id: idOf(data),
      role,
      'aria-describedby': describedBy(data),
      'aria-invalid': role && data.error ? 'true' : undefined,
    },
    html`<legend>${data.label}${optionalMark(data)}</legend>
      ${fieldHint(data)}${fieldError(data)}
      ${controls}`,
  );
