import { describeComponent } from '../component.ts';
import { tabLinks } from './tab-links.ts';

export const tabLinksExamples = describeComponent(
  'tab-links',
  '标签',
  '同一列表的几个视图，每个有自己的网址。',
  tabLinks,
  {
    带数量: {
      label: '申请的状态',
      tabs: [
        { text: '全部', href: '?', current: true, count: 1204 },
        { text: '办理中', href: '?state=open', count: 87 },
        { text: '已答复', href: '?state=closed', count: 1117 },
      ],
    },
  },
);
