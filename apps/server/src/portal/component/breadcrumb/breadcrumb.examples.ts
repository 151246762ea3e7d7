import { describeComponent } from '../component.ts';
import { breadcrumb } from './breadcrumb.ts';

export const breadcrumbExamples = describeComponent(
  'breadcrumb',
  '面包屑',
  '从首页到当前页的位置。',
  breadcrumb,
  {
    三级: {
      crumbs: [
        { label: '首页', href: '/' },
        { label: '机关', href: '/agencies' },
        { label: '云山区卫生健康局', href: '#agency' },
      ],
      current: '突发公共卫生事件应急预案',
    },
  },
);
