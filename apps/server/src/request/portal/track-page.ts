import { html } from 'hono/html';
import { form, notice, type Page, textField } from '../../portal/index.ts';
import { applyCrumb } from './choose-agency-page.ts';

/** Asks for number and query code. What was typed as the number stays; the code is typed again. */
export const trackPage = (
  typed: { readonly number: string },
  problem: string | null,
  ended = false,
): Page => ({
  title: problem ? '没有查到：查询申请' : '查询申请',
  crumb: '查询申请',
  width: 'text',
  breadcrumb: [applyCrumb],
  body: html`<h1>查询申请</h1>
    <p class="lead">看办到哪一步、什么时候答复，下载答复，补正、撤回，都从这里进入。</p>
    ${ended ? notice({ kind: 'info', title: '已经退出查询', body: '30 分钟没有操作会自动退出。请重新输入。', fresh: true }) : ''}
    ${form({
      action: '/track',
      label: '查询申请',
      errors: problem ? [{ text: problem, field: 'number' }] : [],
      fields: html`${textField({
        name: 'number',
        label: '登记编号',
        hint: '回执上的编号，例如：区政府办依申请〔2026〕12号。括号用哪一种都可以。',
        value: typed.number,
      })}${textField({
        name: 'queryCode',
        label: '查询码',
        hint: '回执上的 12 个字母和数字，大小写都可以。',
        characters: 20,
        autocomplete: 'off',
      })}`,
      buttons: [{ text: '查询', kind: 'main' }],
    })}
    <p class="hint below-form">没有回执或者忘了查询码的，请带身份证件到受理机关的公开工作机构查询，也可以<a href="/agencies">打电话问</a>。</p>`,
});
