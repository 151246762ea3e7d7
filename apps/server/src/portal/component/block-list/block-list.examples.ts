import { describeComponent } from '../component.ts';
import { blockList } from './block-list.ts';

export const blockListExamples = describeComponent(
  'block-list',
  '法定板块',
  '政府信息公开专栏的几个板块。',
  blockList,
  {
    专栏: {
      blocks: [
        { title: '政府信息公开指南', href: '#guide', description: '信息怎样分类、编排，向谁、怎样获取。' },
        { title: '政府信息公开制度', href: '#rules', description: '条例和本级的政府信息公开制度。' },
        {
          title: '法定主动公开内容',
          href: '#proactive',
          description: '条例第二十条、第二十一条规定应当主动公开的信息。',
        },
        { title: '政府信息公开年报', href: '#report', description: '各机关历年的政府信息公开工作年度报告。' },
      ],
    },
  },
);
