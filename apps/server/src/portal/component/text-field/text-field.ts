import { element, type Markup } from '../../markup.ts';
import { controlAttributes, type FieldData, field } from '../field/field.ts';

export interface TextFieldData extends FieldData {
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  /** What the browser may fill in: name, tel, street-address … (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email';
  /** Characters that the answer usually has; the control is that wide. */
  readonly characters?: number;
}

/** One line of text. */
export const textField = (data: TextFieldData): Markup =>
  field(
    data,
    element('input', {
      type: data.type ?? 'text',
      ...controlAttributes(data),
      value: data.value,
      autocomplete: data.autocomplete,
      inputmode: data.inputMode,
      class: data.characters && data.characters <= 20 ? 'short' : undefined,
    }),
  );
