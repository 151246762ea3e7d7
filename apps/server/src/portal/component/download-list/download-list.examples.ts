import { describeComponent } from '../component.ts';
import { downloadList } from './download-list.ts';

export const downloadListExamples = describeComponent(
  'download-list',
  '下载',
  '写明格式和大小。',
  downloadList,
  {
    附件: {
      files: [
        { name: '云山区 2025 年政府信息公开工作年度报告', href: '#pdf', format: 'PDF', bytes: 1_572_864 },
        { name: '附件：统计表', href: '#xlsx', format: 'XLSX', bytes: 12_000 },
      ],
    },
  },
);
