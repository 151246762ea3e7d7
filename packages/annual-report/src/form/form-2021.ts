import type { Form } from './form.ts';
import { otherHandling2021, requestsTable, reviewsTable } from './shared-tables.ts';

const decisions = [{ id: 'decisions', label: '本年处理决定数量', unit: '件' }] as const;

/** 国办公开办函〔2021〕30号; prescribed from report year 2021 on. */
export const form2021: Form = {
  id: '2021',
  instrument: '国办公开办函〔2021〕30号',
  years: [2021, null],
  tables: [
    {
      id: 'proactive.20-1',
      title: '第二十条第（一）项',
      rows: [
        { id: 'regulations', label: '规章' },
        { id: 'normativeDocuments', label: '行政规范性文件' },
      ],
      columns: [
        { id: 'issued', label: '本年制发件数', unit: '件' },
        { id: 'repealed', label: '本年废止件数', unit: '件' },
        { id: 'inForce', label: '现行有效件数', unit: '件' },
      ],
    },
    {
      id: 'proactive.20-5',
      title: '第二十条第（五）项',
      rows: [{ id: 'licensing', label: '行政许可' }],
      columns: decisions,
    },
    {
      id: 'proactive.20-6',
      title: '第二十条第（六）项',
      rows: [
        { id: 'penalties', label: '行政处罚' },
        { id: 'coercion', label: '行政强制' },
      ],
      columns: decisions,
    },
    {
      id: 'proactive.20-8',
      title: '第二十条第（八）项',
      rows: [{ id: 'charges', label: '行政事业性收费' }],
      columns: [{ id: 'amount', label: '本年收费金额（单位：万元）', unit: '万元' }],
    },
    requestsTable(otherHandling2021),
    reviewsTable,
  ],
};
