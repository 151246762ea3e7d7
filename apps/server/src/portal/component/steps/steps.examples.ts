import { describeComponent } from '../component.ts';
import { steps } from './steps.ts';

export const stepsExamples = describeComponent('steps', '步骤', '分几页填的表单走到哪里。', steps, {
  申请: {
    label: '申请的步骤',
    current: 2,
    steps: [
      { text: '选机关', href: '#one' },
      { text: '写明所需信息' },
      { text: '申请人' },
      { text: '核对并提交' },
    ],
  },
});
