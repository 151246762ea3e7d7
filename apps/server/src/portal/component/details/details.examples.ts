import { html } from 'hono/html';
import { describeComponent } from '../component.ts';
import { details } from './details.ts';

export const detailsExamples = describeComponent('details', '说明', '点开才看的解释。', details, {
  收起: {
    summary: '为什么是 3 月 16 日',
    body: '自 2 月 11 日起算 20 个工作日，春节放假的日子不算（条例第三十三条）。',
  },
  展开: {
    summary: '哪些信息不公开',
    open: true,
    body: html`<p>依法确定为国家秘密的政府信息不予公开（条例第十四条）。</p>`,
  },
});
