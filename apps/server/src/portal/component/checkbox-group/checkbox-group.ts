import { html } from 'hono/html';
import { element, type Markup } from '../../markup.ts';
import { type FieldData, fieldGroup, idOf } from '../field/field.ts';
import type { Choice } from '../radio-group/radio-group.ts';

export interface CheckboxGroupData extends FieldData {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[];
}

/** Any of a few. */
export const checkboxGroup = (data: CheckboxGroupData): Markup =>
  fieldGroup(
    data,
    html`<ul class="choices">${data.choices.map(({ value, label, hint }, at) => {
      const id = `${idOf(data)}-${at + 1}`;
      return html`<li>${element('input', {
        type: 'checkbox',
        id,
        name: data.name,
        value,
        checked: data.values?.includes(value) ?? false,
        'aria-describedby': hint && `${id}-hint`,
      })}<label for="${id}">${label}</label>${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}</li>`;
    })}</ul>`,
  );
