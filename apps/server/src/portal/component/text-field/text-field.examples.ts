import { describeComponent } from '../component.ts';
import { textField } from './text-field.ts';

export const textFieldExamples = describeComponent('text-field', '文本框', '一行文字。', textField, {
  姓名: { name: 'text-name', label: '姓名', autocomplete: 'name', value: '张三', characters: 20 },
  有错误: {
    name: 'text-id',
    label: '身份证号码',
    value: '000000200001010001',
    error: '号码的校验码不对，请核对最后一位',
    hint: '18 位，用来证明您的身份（条例第二十九条）。',
    inputMode: 'numeric',
  },
});
