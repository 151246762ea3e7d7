import { describeComponent } from '../component.ts';
import { textArea } from './text-area.ts';

export const textAreaExamples = describeComponent(
  'text-area',
  '多行文本框',
  '几行文字，写明最多多少字。',
  textArea,
  {
    有字数: {
      name: 'area-wanted',
      label: '所需政府信息的内容描述',
      hint: '写出名称、文号，或者便于查询的其他特征。',
      most: 500,
      value: '云山区 2025 年城中村改造项目的征收补偿方案',
    },
    超过: {
      name: 'area-reason',
      label: '理由',
      most: 10,
      value: '这里写的理由超过了十个字',
      error: '最多 10 字，请删去 2 字',
    },
  },
);
