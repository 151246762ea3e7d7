import { applicantKinds, provisionForms, provisionWays, type SubmitRequest } from '@gongkai/contract';
import { identityKindNames } from '@gongkai/statute';
import { html } from 'hono/html';
import type { PublicMatch } from '../../disclosure/index.ts';
import { button, type Content, type Markup, notice, type Page, summaryList } from '../../portal/index.ts';
import { applicationSteps, applyCrumb } from './choose-agency-page.ts';
import { sizeOf } from './draft-file-fields.ts';
import type { Draft, DraftFileKind } from './drafts.ts';
import { publicMatches } from './public-matches.ts';

interface Entry {
  readonly label: string;
  readonly value: Content | null;
}

const section = (id: string, title: string, at: string, entries: readonly Entry[]): Markup =>
  html`<section class="review-part" aria-labelledby="${id}">
      <div class="part-head"><h2 id="${id}">${title}</h2><a href="/apply/form#${at}">修改<span class="unseen">${title}</span></a></div>
      ${summaryList({ entries: entries.filter(({ value }) => value !== null && value !== '') })}
    </section>`;

const names = ({ files }: Draft, kind: DraftFileKind): Markup | null => {
  const own = files.filter((file) => file.kind === kind);
  return own.length === 0
    ? null
    : html`<ul class="plain-list">${own.map(({ name, size }) => html`<li><span class="file-name">${name}</span> <span class="note">${sizeOf(size)}</span></li>`)}</ul>`;
};

/** What will be sent, whole, before it is sent. */
export const reviewPage = (
  draft: Draft,
  agencyName: string,
  { applicant, content, form, way }: SubmitRequest,
  matches: readonly PublicMatch[],
  changed: boolean,
): Page => ({
  title: '核对申请',
  width: 'text',
  breadcrumb: [applyCrumb, { label: '填写申请', href: '/apply/form' }],
  body: html`<h1>核对申请</h1>
    ${applicationSteps(3)}
    ${
      changed
        ? notice({
            kind: 'warning',
            title: '申请还没有提交',
            body: '您在另一个窗口改过内容，下面是最新的。请重新核对后提交。',
            fresh: true,
          })
        : html`<p class="lead">申请还没有提交。请核对下面的内容，没有错再提交。</p>`
    }
    ${section('review-agency', '受理机关', 'agencyId', [{ label: '向谁申请', value: agencyName }])}
    ${section('review-applicant', '申请人', 'kind', [
      {
        label: '申请人是',
        value: applicant.kind === 'naturalPerson' ? '个人' : applicantKinds[applicant.kind],
      },
      { label: applicant.kind === 'naturalPerson' ? '姓名' : '名称', value: applicant.name },
      { label: '联系人', value: applicant.contactPerson },
      {
        label: '身份证明',
        value: applicant.identity
          ? `${identityKindNames[applicant.identity.kind]} ${applicant.identity.number}`
          : names(draft, 'identity_proof') === null
            ? '以后补交'
            : null,
      },
      { label: '证件文件', value: names(draft, 'identity_proof') },
      { label: '联系电话', value: applicant.phone },
      { label: '电子邮箱', value: applicant.email },
      { label: '通信地址', value: applicant.address },
    ])}
    ${section('review-content', '想要的政府信息', 'description', [
      { label: '内容描述', value: html`<span class="as-typed">${content.description}</span>` },
      { label: '信息的名称', value: content.title },
      { label: '文号', value: content.documentNumber },
      { label: '附件', value: names(draft, 'attachment') },
    ])}
    ${section('review-provision', '怎样给您', 'form', [
      { label: '形式', value: provisionForms[form] },
      { label: '方式', value: provisionWays[way] },
    ])}
    ${
      matches.length === 0
        ? ''
        : html`<section class="public-check" aria-labelledby="review-public"><h2 id="review-public">提交之前，看看是否已经公开</h2>${publicMatches(matches, true)}</section>`
    }
    <form class="task-form" action="/apply/send" method="post" aria-label="提交申请">
      <input type="hidden" name="draft" value="${draft.id}">
      <input type="hidden" name="version" value="${draft.version}">
      <div class="form-end">
        ${button({ text: '提交申请', kind: 'main', id: 'send' })}
        ${button({ text: '返回修改', href: '/apply/form' })}
      </div>
      <p class="hint after-buttons">提交后马上得到登记编号和查询码，请记下来。以后不需要了，可以撤回。</p>
    </form>`,
});
