import type { Column, Form } from './form.ts';
import { otherHandling2019, requestsTable, reviewsTable } from './shared-tables.ts';

const itemColumns = [
  { id: 'previousItems', label: '上一年项目数量', unit: '项' },
  { id: 'change', label: '本年增/减', unit: '项' },
] as const satisfies readonly Column[];

const decisionColumns = [
  ...itemColumns,
  { id: 'decisions', label: '处理决定数量', unit: '件' },
] as const satisfies readonly Column[];

/** 国办公开办函〔2019〕60号; prescribed for 2019 and 2020, found in later reports too. */
export const form2019: Form = {
  id: '2019',
  instrument: '国办公开办函〔2019〕60号',
  years: [2019, 2020],
  tables: [
    {
      id: 'proactive.20-1',
      title: '第二十条第（一）项',
      rows: [
        { id: 'regulations', label: '规章' },
        { id: 'normativeDocuments', label: '规范性文件' },
      ],
      columns: [
        { id: 'made', label: '本年新制作数量', unit: '件' },
        { id: 'disclosed', label: '本年新公开数量', unit: '件' },
        { id: 'publicTotal', label: '对外公开总数量', unit: '件' },
      ],
    },
    {
      id: 'proactive.20-5',
      title: '第二十条第（五）项',
      rows: [
        { id: 'licensing', label: '行政许可' },
        { id: 'otherServices', label: '其他对外管理服务事项' },
      ],
      columns: decisionColumns,
    },
    {
      id: 'proactive.20-6',
      title: '第二十条第（六）项',
      rows: [
        { id: 'penalties', label: '行政处罚' },
        { id: 'coercion', label: '行政强制' },
      ],
      columns: decisionColumns,
    },
    {
      id: 'proactive.20-8',
      title: '第二十条第（八）项',
      rows: [{ id: 'charges', label: '行政事业性收费' }],
      columns: itemColumns,
    },
    {
      id: 'proactive.20-9',
      title: '第二十条第（九）项',
      rows: [{ id: 'procurement', label: '政府集中采购' }],
      columns: [
        { id: 'items', label: '采购项目数量', unit: '个' },
        { id: 'amount', label: '采购总金额', unit: '元' },
      ],
    },
    requestsTable(otherHandling2019),
    reviewsTable,
  ],
};
