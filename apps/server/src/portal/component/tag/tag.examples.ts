import { describeComponent } from '../component.ts';
import { tag } from './tag.ts';

export const tagExamples = describeComponent('tag', '状态', '一个词加一个符号，不单靠颜色。', tag, {
  一般: { text: '草稿' },
  进行中: { text: '办理中', kind: 'info' },
  完成: { text: '已答复', kind: 'done' },
  提醒: { text: '即将到期', kind: 'warning' },
  错误: { text: '已超期', kind: 'error' },
});
