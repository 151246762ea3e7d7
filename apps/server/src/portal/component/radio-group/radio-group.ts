import { html } from 'hono/html';
import { element, type Markup } from '../../markup.ts';
import { type FieldData, fieldGroup, idOf } from '../field/field.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface RadioGroupData extends FieldData {
  readonly choices: readonly Choice[];
  readonly value?: string;
}

/** One of a few, all in view. */
export const radioGroup = (data: RadioGroupData): Markup =>
  fieldGroup(
    data,
    html`<ul class="choices">${data.choices.map(({ value, label, hint }, at) => {
      const id = `${idOf(data)}-${at + 1}`;
      return html`<li>${element('input', {
        type: 'radio',
        id,
        name: data.name,
        value,
        checked: value === data.value,
        required: !data.optional,
        'aria-describedby': hint && `${id}-hint`,
      })}<label for="${id}">${label}</label>${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}</li>`;
    })}</ul>`,
    'radiogroup',
  );
