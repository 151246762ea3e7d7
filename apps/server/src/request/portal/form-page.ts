import { provisionForms, provisionWays } from '@gongkai/contract';
import { html } from 'hono/html';
import type { PublicMatch } from '../../disclosure/index.ts';
import {
  button,
  element,
  errorSummary,
  fieldset,
  type Markup,
  notice,
  type Page,
  radioGroup,
  textArea,
  textField,
} from '../../portal/index.ts';
import { applicantFields } from './applicant-fields.ts';
import type { DraftError } from './check-draft.ts';
import { applicationSteps, applyCrumb } from './choose-agency-page.ts';
import type { DraftField, DraftFields } from './draft-fields.ts';
import { draftFiles, uploadField } from './draft-file-fields.ts';
import { type DraftFile, draftDays } from './drafts.ts';
import { publicMatches } from './public-matches.ts';

export interface FormPageData {
  readonly agencyName: string;
  /** Of the agency's disclosure office; null where none is known. */
  readonly phone: string | null;
  /** The draft that the form is of; null before anything was saved. */
  readonly draftId: string | null;
  readonly fields: DraftFields;
  readonly files: readonly DraftFile[];
  /** Files that were not taken. */
  readonly problems: readonly string[];
  readonly errors: readonly DraftError[];
  readonly matches: readonly PublicMatch[];
}

/** What is wrong with a field, as the field takes it. */
export type ErrorOf = (field: DraftField) => { readonly error?: string };

const formHints = {
  paper: '复印件；邮寄或者当面领取',
  electronic: '电子文件；在本站下载，或者发到电子邮箱',
  disc: '光盘；邮寄或者当面领取',
  inspection: '到机关查阅、抄录',
} as const;

const wayHints = {
  electronic: '凭登记编号和查询码在本站下载',
  post: '寄到您填写的通信地址',
  in_person: '到机关的公开工作机构领取',
  fax: '传真到您填写的号码',
} as const;

const wantedFields = ({ fields, files, matches }: FormPageData, errorOf: ErrorOf): Markup =>
  fieldset({
    legend: '想要的政府信息',
    hint: '写得越具体，查找得越快，也越不需要您再补正。不同的信息，请分别申请。',
    fields: html`${textArea({
      name: 'description',
      label: '内容描述',
      hint: '写明是什么信息：哪一件事、什么时间、什么地方、哪个机关作出的。例如：“2025 年文化路旧城改造项目的房屋征收补偿方案，以及补偿方案的批准文件”。',
      value: fields.description,
      rows: 6,
      most: 5000,
      ...errorOf('description'),
    })}
      <div class="public-check">
        ${button({ text: '查一查是否已经公开', name: 'act', value: 'find', kind: 'quiet' })}
        <div id="public-matches" aria-live="polite">${publicMatches(matches, fields.description.trim() !== '')}</div>
      </div>
      ${textField({
        name: 'title',
        label: '信息的名称',
        optional: true,
        hint: '知道文件名称的，请照写。',
        value: fields.title,
        ...errorOf('title'),
      })}
      ${textField({
        name: 'documentNumber',
        label: '文号',
        optional: true,
        hint: '文件上的编号，例如：云政发〔2025〕12号。',
        value: fields.documentNumber,
        characters: 20,
        ...errorOf('documentNumber'),
      })}
      ${uploadField('attachment', '附件', '有助于查找的材料，如文件的照片、以前的答复。')}
      ${draftFiles(files, 'attachment')}`,
  });

const provisionFields = ({ fields }: FormPageData, errorOf: ErrorOf): Markup =>
  fieldset({
    legend: '怎样给您',
    hint: '机关会尽量按您的要求提供；没有现成的形式、或者按要求提供会损坏原件、费用过高的，会改用其他适当的形式（条例第四十条）。',
    fields: html`${radioGroup({
      name: 'form',
      label: '想要的形式',
      value: fields.form,
      choices: (['electronic', 'paper', 'disc', 'inspection'] as const).map((value) => ({
        value,
        label: provisionForms[value],
        hint: formHints[value],
      })),
      ...errorOf('form'),
    })}${radioGroup({
      name: 'way',
      label: '交给您的方式',
      value: fields.way,
      choices: (['electronic', 'post', 'in_person', 'fax'] as const).map((value) => ({
        value,
        label: provisionWays[value],
        hint: wayHints[value],
      })),
      ...errorOf('way'),
    })}`,
  });

/** The application form as 条例第二十九条 wants it. */
export const formPage = (data: FormPageData): Page => {
  const { agencyName, phone, fields, errors, problems, draftId, files } = data;
  const errorOf: ErrorOf = (field) => {
    const found = errors.find((one) => one.field === field);
    return found ? { error: found.text } : {};
  };
  const wrong = errors.length + problems.length;
  return {
    title: wrong === 0 ? '填写申请' : `有 ${wrong} 处要改：填写申请`,
    crumb: '填写申请',
    width: 'text',
    breadcrumb: [applyCrumb],
    scripts: ['apply.js'],
    body: html`<h1>填写申请</h1>
      ${applicationSteps(2, fields.agencyId)}
      ${errorSummary({
        title:
          errors.length > 0
            ? `还不能提交，有 ${wrong} 处要改。您填写的内容都在`
            : '有文件没有收下。您填写的内容都在',
        errors: [
          ...errors.map(({ field, text }) => ({ text, field })),
          ...problems.map((text) => ({ text })),
        ],
      })}
      ${element(
        'form',
        {
          class: 'task-form application-form',
          id: 'application',
          action: '/apply/form',
          method: 'post',
          enctype: 'multipart/form-data',
          novalidate: true,
          'aria-label': '政府信息公开申请',
        },
        html`<button class="unseen" type="submit" name="act" value="review" tabindex="-1" aria-hidden="true">下一步</button>
        <input type="hidden" name="draft" value="${draftId ?? ''}">
        <input type="hidden" name="agencyId" value="${fields.agencyId}">
        <div class="chosen-agency" id="agencyId"><p><span class="hint">向</span> <strong>${agencyName}</strong> <span class="hint">申请</span></p>${button({ text: '换一个机关', name: 'act', value: 'agency', kind: 'quiet' })}</div>
        <p class="hint">自己填写有困难的，可以口头提出，由工作人员代为填写：${phone ? html`打电话 <a href="tel:${phone.replaceAll(/[^+\d-]/g, '')}">${phone}</a>，或者` : ''}到窗口，见<a href="/apply#help">帮助</a>（条例第二十九条、第四十三条）。</p>
        ${applicantFields(fields, files, errorOf)}
        ${wantedFields(data, errorOf)}
        ${provisionFields(data, errorOf)}
        <div class="form-end">
          ${button({ text: '下一步：核对', name: 'act', value: 'review', kind: 'main' })}
          ${button({ text: '先保存', name: 'act', value: 'save' })}
        </div>
        <p class="hint after-buttons">下一步先让您核对，还不会提交。</p>`,
      )}
      ${notice({
        kind: 'info',
        title: '您填写的内容怎样保存',
        body: html`<p>按“下一步”“先保存”或者上传文件以后，填写的内容加密保存 ${draftDays} 天，只有这个浏览器能看到。用的是公用电脑的，离开前请删除。</p>${
          draftId === null
            ? ''
            : html`<form action="/apply/discard" method="post" class="discard">${button({ text: '删除填写的内容', kind: 'quiet', id: 'discard', consequence: '连同上传的文件一起删除，不能恢复。' })}</form>`
        }`,
      })}`,
  };
};
