import { html } from 'hono/html';
import { describeComponent } from '../component.ts';
import { notice } from './notice.ts';

export const noticeExamples = describeComponent(
  'notice',
  '通知条',
  '说明发生了什么、接下来怎样、到什么时候。',
  notice,
  {
    完成: {
      kind: 'done',
      title: '已收到您的申请。',
      body: '我们将在 2026 年 3 月 16 日前答复（自 2 月 11 日起算 20 个工作日，条例第三十三条）。',
      fresh: true,
    },
    提示: { kind: 'info', title: '2027 年的放假安排还没有公布，到期日是暂定的。' },
    注意: {
      kind: 'warning',
      title: '逾期不补正又没有正当理由的，视为放弃申请。',
      body: html`<p>请在 2026 年 3 月 2 日前补正，见<a href="#notice">补正告知书</a>。</p>`,
    },
  },
);
