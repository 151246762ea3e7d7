import { html } from 'hono/html';
import { describeComponent } from '../component.ts';
import { tag } from '../tag/tag.ts';
import { dataTable } from './data-table.ts';

export const dataTableExamples = describeComponent(
  'data-table',
  '数据表',
  '密集的列表和统计；手机上每行成为一张卡片。',
  dataTable,
  {
    可排序: {
      caption: '各机关受理情况（示例甲）',
      columns: [
        { label: '机关', sort: { href: '?sort=name' } },
        { label: '新收', numeric: true, sort: { href: '?sort=received', now: 'descending' } },
        { label: '超期', numeric: true },
        { label: '状态' },
      ],
      rows: [
        [html`<a href="#row">云山区自然资源局</a>`, 1204, 2, tag({ text: '有超期', kind: 'error' })],
        ['云山区民政局', 87, 0, tag({ text: '正常', kind: 'done' })],
        ['白石镇人民政府', null, null, tag({ text: '未上报', kind: 'warning' })],
      ],
    },
    没有记录: {
      caption: '补正中的申请',
      columns: [{ label: '申请' }],
      rows: [],
      empty: '现在没有等待补正的申请。发出补正告知书的申请会出现在这里。',
    },
  },
);
