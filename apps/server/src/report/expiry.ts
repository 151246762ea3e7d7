import { html } from 'hono/html';
import type { Markup } from '../portal/index.ts';

/** 17:09, as clocks in China show it. */
export const clockTime = (time: Date): string =>
  time.toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  });

/** When the result goes, and a button that lets it go at once. */
export const expiry = (id: string, expires: Date): Markup =>
  html`<form class="expiry" method="post" action="/check/${id}/delete">
    <p>结果保存到 ${clockTime(expires)}（北京时间），之后连同上传的文件一起删除，不留副本。</p>
    <button class="button quiet" type="submit">现在删除，不能恢复</button>
  </form>`;
