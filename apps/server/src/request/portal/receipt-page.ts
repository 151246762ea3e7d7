import type { TrackedRequest } from '@gongkai/contract';
import { type CivilDate, inChinese } from '@gongkai/statute';
import { html } from 'hono/html';
import { button, notice, type Page, summaryList } from '../../portal/index.ts';
import { applicationSteps, applyCrumb } from './choose-agency-page.ts';
import { nextAfterSubmitting } from './next-after-submitting.ts';

/**
 * The receipt: number and query code, what happens next and by when. It prints on one sheet, and can be kept as PDF.
 * `where`: the address to look things up.
 */
export const receiptPage = (tracked: TrackedRequest, queryCode: string, where: string): Page => {
  const { number, agencyName, submittedOn } = tracked;
  return {
    title: '申请已提交',
    width: 'text',
    breadcrumb: [applyCrumb],
    scripts: ['apply.js'],
    body: html`<h1>申请已提交</h1>
      ${applicationSteps(4)}
      ${notice({ kind: 'done', title: `${agencyName}的系统已经收下您的申请。`, body: '请记下、打印或者下载登记编号和查询码：查进度、补正、下载答复都要用。', fresh: true })}
      <dl class="receipt-codes">
        <div><dt>登记编号</dt><dd>${number}</dd></div>
        <div><dt>查询码</dt><dd class="query-code">${queryCode}</dd></div>
        <div class="paper-only"><dt>查询的网址</dt><dd>${where}</dd></div>
      </dl>
      <p class="hint">查询码只在这里显示，不会通过电话、短信发给您，请不要告诉别人。遗失的，请带身份证件到窗口查询。</p>
      <div class="form-end screen-only">
        ${button({ text: '下载回执（PDF）', href: '/apply/receipt.pdf' })}
        <button class="button" type="button" data-print hidden>打印这一页</button>
        <form action="/track" method="post"><input type="hidden" name="number" value="${number}"><input type="hidden" name="queryCode" value="${queryCode}">${button({ text: '看办理情况' })}</form>
      </div>
      <section aria-labelledby="next">
        <h2 id="next">接下来</h2>
        ${summaryList({
          entries: [
            { label: '提交日期', value: inChinese(submittedOn as CivilDate) },
            ...nextAfterSubmitting(tracked),
          ],
        })}
      </section>
      <form class="screen-only" action="/apply/leave" method="post" aria-label="结束">
        ${button({ text: '我已记下，结束', kind: 'main', id: 'leave', consequence: '结束后这个浏览器不再显示查询码。30 分钟后会自动结束。' })}
      </form>`,
  };
};
