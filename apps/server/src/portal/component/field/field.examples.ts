import { element } from '../../markup.ts';
import { describeComponent } from '../component.ts';
import { controlAttributes, type FieldData, field } from './field.ts';

const draw = (data: FieldData) => field(data, element('input', { type: 'text', ...controlAttributes(data) }));

export const fieldExamples = describeComponent(
  'field',
  '字段',
  '标签、提示、错误和控件的关系，其他字段都由它组成。',
  draw,
  {
    有提示: { name: 'field-a', label: '联系电话', hint: '办理中需要和您确认时使用，不会公开。' },
    有错误: {
      name: 'error-example',
      label: '姓名',
      error: '请填写申请人的姓名',
      hint: '和身份证明上的一致。',
    },
    选填: { name: 'field-c', label: '电子邮箱', optional: true },
  },
);
