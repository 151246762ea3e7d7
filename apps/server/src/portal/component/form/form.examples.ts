import { describeComponent } from '../component.ts';
import { textField } from '../text-field/text-field.ts';
import { form } from './form.ts';

export const formExamples = describeComponent('form', '表单', '错误在上，字段居中，要做的事在最后。', form, {
  有错误: {
    action: '/request',
    label: '查询办理进度',
    errors: [{ text: '请填写受理编号', field: 'form-number' }],
    fields: [
      textField({ name: 'form-number', label: '受理编号', error: '请填写受理编号', characters: 20 }),
      textField({ name: 'form-code', label: '查询码', hint: '在回执上。', characters: 10 }),
    ],
    buttons: [
      { text: '查询', kind: 'main' },
      { text: '返回', href: '#back' },
    ],
  },
});
