import { describeComponent } from '../component.ts';
import { summaryList } from './summary-list.ts';

export const summaryListExamples = describeComponent(
  'summary-list',
  '要素表',
  '一项一值，如机关的联系方式、申请的要素。',
  summaryList,
  {
    机关的联系方式: {
      entries: [
        { label: '工作机构', value: '云山区卫生健康局办公室（政务公开科）' },
        { label: '办公地址', value: '云山区云山大道 18 号 3 楼 302 室' },
        { label: '办公时间', value: '工作日 9:00—12:00，13:30—17:30' },
        { label: '联系电话', value: '0000-8123456' },
        { label: '传真', value: null },
      ],
    },
  },
);
