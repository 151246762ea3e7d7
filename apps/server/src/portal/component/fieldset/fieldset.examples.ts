import { describeComponent } from '../component.ts';
import { textField } from '../text-field/text-field.ts';
import { fieldset } from './fieldset.ts';

export const fieldsetExamples = describeComponent(
  'fieldset',
  '表单分组',
  '表单的一部分，有自己的标题。',
  fieldset,
  {
    申请人: {
      legend: '申请人',
      hint: '只用来办理这件申请，不会公开。',
      fields: [
        textField({ name: 'set-name', label: '姓名', autocomplete: 'name' }),
        textField({ name: 'set-tel', label: '联系电话', type: 'tel', autocomplete: 'tel' }),
      ],
    },
  },
);
