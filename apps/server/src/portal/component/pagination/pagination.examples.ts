import { describeComponent } from '../component.ts';
import { pagination } from './pagination.ts';

export const paginationExamples = describeComponent('pagination', '翻页', '列表分页。', pagination, {
  第一页: { page: 1, pages: 27, href: '?page={page}', label: '翻页示例甲' },
  中间: { page: 13, pages: 1027, href: '?page={page}', label: '翻页示例乙' },
  最后: { page: 3, pages: 3, href: '?page={page}', label: '翻页示例丙' },
});
