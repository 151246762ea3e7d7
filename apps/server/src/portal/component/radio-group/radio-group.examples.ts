import { describeComponent } from '../component.ts';
import { radioGroup } from './radio-group.ts';

export const radioGroupExamples = describeComponent('radio-group', '单选', '从几项里选一项。', radioGroup, {
  申请人: {
    name: 'radio-kind',
    label: '您以什么身份申请',
    choices: [
      { value: 'citizen', label: '公民' },
      { value: 'organisation', label: '法人或者其他组织', hint: '需要填写统一社会信用代码。' },
    ],
    value: 'citizen',
  },
  没有选: {
    name: 'radio-way',
    label: '获取信息的方式',
    error: '请选一种方式',
    choices: [
      { value: 'post', label: '邮寄' },
      { value: 'internet', label: '网上获取' },
      { value: 'self', label: '自行领取' },
    ],
  },
});
