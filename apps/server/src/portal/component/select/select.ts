import { html } from 'hono/html';
import { element, type Markup } from '../../markup.ts';
import { controlAttributes, type FieldData, field } from '../field/field.ts';

export interface SelectData extends FieldData {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  /** First entry, which chooses nothing: 请选择. */
  readonly prompt?: string;
}

/** One of many. Up to seven are better shown as radio buttons. */
export const select = (data: SelectData): Markup =>
  field(
    data,
    element(
      'select',
      controlAttributes(data),
      html`${data.prompt ? html`<option value="">${data.prompt}</option>` : ''}${data.options.map(
        ({ value, label }) => element('option', { value, selected: value === data.value }, label),
      )}`,
    ),
  );
