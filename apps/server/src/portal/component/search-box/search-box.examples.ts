import { describeComponent } from '../component.ts';
import { searchBox } from './search-box.ts';

export const searchBoxExamples = describeComponent('search-box', '搜索框', '页眉和首页的搜索。', searchBox, {
  页眉: { id: 'search-a', action: '/search', label: '搜索示例甲', query: '财政预算' },
  首页: {
    id: 'search-b',
    action: '/search',
    label: '搜索示例乙',
    large: true,
    hint: '可以输入名称、文号、索引号或者机关名称。',
  },
});
