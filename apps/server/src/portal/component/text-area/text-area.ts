import { html } from 'hono/html';
import { element, type Markup } from '../../markup.ts';
import { controlAttributes, type FieldData, field, idOf } from '../field/field.ts';

export interface TextAreaData extends FieldData {
  readonly value?: string;
  readonly rows?: number;
  /** Characters that are taken. More can be typed: what is cut off in silence is lost. */
  readonly most?: number;
}

/** Several lines of text; where there is a limit, how many characters there are. */
export const textArea = (data: TextAreaData): Markup => {
  const { value = '', rows = 5, most } = data;
  const control = controlAttributes(data);
  const count = most === undefined ? undefined : `${idOf(data)}-count`;
  return field(
    data,
    html`${element(
      'textarea',
      {
        ...control,
        rows,
        'aria-describedby': [control['aria-describedby'], count].filter(Boolean).join(' ') || undefined,
      },
      value,
    )}${count ? html`<p class="count-words" id="${count}">${value ? `已有 ${[...value].length} 字，` : ''}最多 ${most} 字</p>` : ''}`,
  );
};
