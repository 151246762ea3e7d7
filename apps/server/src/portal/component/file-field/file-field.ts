import { element, type Markup } from '../../markup.ts';
import { controlAttributes, type FieldData, field } from '../field/field.ts';

export interface FileFieldData extends FieldData {
  /** Endings or types, as the browser takes them: .pdf,.jpg */
  readonly accept?: string;
  readonly multiple?: boolean;
}

/** Files from the reader's computer or camera. The hint says which kinds and how large; the server looks itself. */
export const fileField = (data: FileFieldData): Markup =>
  field(
    data,
    element('input', {
      type: 'file',
      ...controlAttributes(data),
      accept: data.accept,
      multiple: data.multiple,
    }),
  );
