import { html } from 'hono/html';
import { form, type Page, textArea } from '../../portal/index.ts';
import { applyCrumb } from './choose-agency-page.ts';

/** Asks before what can't be undone. */
export const withdrawPage = (number: string, once: string, problem: string | null, typed: string): Page => ({
  title: '撤回申请',
  width: 'text',
  breadcrumb: [
    applyCrumb,
    { label: '查询申请', href: '/track' },
    { label: '办理情况', href: '/track/application' },
  ],
  body: html`<h1>撤回申请</h1>
    <p class="lead">要撤回的是${number}。撤回以后机关不再办理、不再答复；还需要的，要重新申请。</p>
    ${form({
      action: '/track/application/withdraw',
      label: '撤回申请',
      errors: problem ? [{ text: problem, field: 'reason' }] : [],
      fields: html`<input type="hidden" name="once" value="${once}">${textArea({ name: 'reason', label: '撤回的原因', optional: true, value: typed, rows: 3, most: 1000 })}`,
      buttons: [
        { text: '撤回，不能恢复', kind: 'danger' },
        { text: '不撤回', href: '/track/application' },
      ],
    })}`,
});
