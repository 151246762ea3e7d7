import { describeComponent } from '../component.ts';
import { linkList } from './link-list.ts';

export const linkListExamples = describeComponent(
  'link-list',
  '链接列表',
  '标题和日期，一行一条。',
  linkList,
  {
    带日期: {
      links: [
        {
          text: '云山区人民政府办公室关于印发云山区 2026 年政务公开工作要点的通知',
          href: '#a',
          date: '2026-03-16',
        },
        { text: '云山区 2025 年度财政决算公开', href: '#b', note: '区财政局', date: '2026-02-11' },
      ],
    },
    分栏: {
      columns: true,
      links: [
        { text: '机关职能', href: '#c' },
        { text: '规划计划', href: '#d', note: '12 条' },
        { text: '财政预算、决算', href: '#e', note: '3 条' },
      ],
    },
  },
);
