import { describeComponent } from '../component.ts';
import { emptyState } from './empty-state.ts';

export const emptyStateExamples = describeComponent(
  'empty-state',
  '空列表',
  '说明为什么是空的，可以做什么。',
  emptyState,
  {
    栏目: {
      title: '这个栏目还没有公开的信息',
      why: '信息自形成或者变更之日起 20 个工作日内公开（条例第二十六条）。需要的信息不在这里，可以向机关申请公开。',
      action: { text: '看机关的联系方式', href: '#agency' },
    },
    搜索: { title: '没有找到“云山水库”', why: '请换一个词，或者少写几个字再试。' },
  },
);
