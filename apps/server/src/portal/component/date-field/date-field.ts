import { element, type Markup } from '../../markup.ts';
import { controlAttributes, type FieldData, field } from '../field/field.ts';

export interface DateFieldData extends FieldData {
  /** 2026-03-16, as are the limits. */
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
}

/** A day; the browser's own calendar opens from it. */
export const dateField = (data: DateFieldData): Markup =>
  field(
    data,
    element('input', {
      type: 'date',
      ...controlAttributes(data),
      value: data.value,
      min: data.min,
      max: data.max,
      class: 'short',
    }),
  );
