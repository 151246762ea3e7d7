import { describeComponent } from '../component.ts';
import { dateField } from './date-field.ts';

export const dateFieldExamples = describeComponent('date-field', '日期', '一个日子。', dateField, {
  收到日期: { name: 'date-received', label: '收到申请的日期', value: '2026-02-11', max: '2026-12-31' },
  有错误: { name: 'date-formed', label: '生成日期', error: '生成日期不能晚于今天' },
});
