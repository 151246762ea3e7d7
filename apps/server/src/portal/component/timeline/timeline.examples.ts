import { describeComponent } from '../component.ts';
import { timeline } from './timeline.ts';

export const timelineExamples = describeComponent(
  'timeline',
  '办理经过',
  '发生了什么，哪一天，依据哪一条。',
  timeline,
  {
    一件申请: {
      events: [
        {
          date: '2026-02-11',
          title: '收到申请',
          body: '网上提交，双方确认。',
          article: '条例第三十一条第（三）项',
        },
        {
          date: '2026-02-13',
          title: '告知补正',
          body: '请写明所需文件的名称或者文号。',
          article: '条例第三十条',
        },
        { date: '2026-03-02', title: '收到补正，开始办理', article: '条例第三十条', state: 'now' },
        { date: '2026-03-30', title: '答复期限', article: '条例第三十三条第二款', state: 'ahead' },
        { date: null, title: '归档', state: 'ahead' },
      ],
    },
  },
);
