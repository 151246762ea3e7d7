import { describeComponent } from '../component.ts';
import { errorSummary } from './error-summary.ts';

export const errorSummaryExamples = describeComponent(
  'error-summary',
  '错误汇总',
  '列在表单上方，点一条到它的字段；填过的内容都还在。',
  errorSummary,
  {
    两处错误: {
      errors: [
        { text: '请填写申请人的姓名', field: 'error-example' },
        { text: '身份证号码的校验码不对，请核对最后一位', field: 'error-example' },
      ],
    },
    和字段无关: { title: '没有保存', errors: [{ text: '这件申请刚刚由别人改过，请看过新内容再提交' }] },
  },
);
