import { describeComponent } from '../component.ts';
import { checkboxGroup } from './checkbox-group.ts';

export const checkboxGroupExamples = describeComponent(
  'checkbox-group',
  '多选',
  '从几项里选任意几项。',
  checkboxGroup,
  {
    载体: {
      name: 'check-form',
      label: '载体形式',
      hint: '可以选几种。',
      optional: true,
      choices: [
        { value: 'paper', label: '纸质' },
        { value: 'file', label: '电子文件', hint: '发到您的电子邮箱。' },
      ],
      values: ['file'],
    },
    没有选: {
      name: 'check-consent',
      label: '确认',
      error: '请先阅读并确认',
      choices: [{ value: 'yes', label: '以上内容是我填写的，真实、准确' }],
    },
  },
);
