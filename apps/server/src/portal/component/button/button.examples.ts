import { describeComponent } from '../component.ts';
import { button } from './button.ts';

export const buttonExamples = describeComponent('button', '按钮', '要做的事，用动词写。', button, {
  主要操作: { text: '提交申请', kind: 'main' },
  普通: { text: '保存草稿' },
  次要: { text: '下载回执', kind: 'quiet', href: '/' },
  '不能撤回，写明后果': {
    text: '撤回申请',
    kind: 'danger',
    id: 'withdraw',
    consequence: '撤回后本次办理结束，不再答复；您可以重新提出申请。',
  },
  不可用: { text: '发出补正告知书', disabled: true },
});
