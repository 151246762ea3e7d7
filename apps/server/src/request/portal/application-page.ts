import { requestStates, type TrackedRequest } from '@gongkai/contract';
import { type CivilDate, getOutcome, inChinese } from '@gongkai/statute';
import { html } from 'hono/html';
import {
  button,
  type Content,
  deadline,
  details,
  type Markup,
  notice,
  type Page,
  steps,
  summaryList,
  timeline,
} from '../../portal/index.ts';
import { type ActProblem, answerBy, answerForms, otherForms } from './application-forms.ts';
import { applyCrumb } from './choose-agency-page.ts';
import { sizeOf } from './draft-file-fields.ts';

export interface ApplicationPageData {
  readonly tracked: TrackedRequest;
  /** A fresh key for each form, so that sending one twice does it once. */
  readonly once: string;
  /** What was just done, in a sentence. */
  readonly done: string | null;
  /** Why the last act was not done, with what was typed. */
  readonly problem: ActProblem | null;
  readonly year: number;
}

const { awaiting_confirmation, delivered, archived, abandoned, withdrawn } = requestStates;

/** Outcomes of applications that ended without a reply. */
const unanswered: ReadonlySet<string> = new Set(
  (['withdrawn', 'closed_not_corrected', 'closed_fee_unpaid'] as const).map((id) => getOutcome(id).name),
);

/** 提交 → 确认收到 → 办理 → 答复; an application that ended otherwise says so instead. */
const progress = ({ stateName, outcomeName }: TrackedRequest): Markup => {
  if (stateName === withdrawn || stateName === abandoned || unanswered.has(outcomeName ?? ''))
    return notice({ kind: 'info', title: `这件申请已经办结：${outcomeName ?? stateName}。` });
  const ended = stateName === delivered || stateName === archived;
  return steps({
    label: '办理的进度',
    current: ended ? 5 : stateName === awaiting_confirmation ? 2 : 3,
    steps: [{ text: '提交申请' }, { text: '确认收到' }, { text: '办理' }, { text: '答复' }],
  });
};

const undecided = ({ correction, fee, stateName }: TrackedRequest): string => {
  if (stateName === awaiting_confirmation) return '机关和您确认收到以后开始计算（条例第三十一条）。';
  if (correction !== null) return '正在等您补正，收到补正后重新计算。';
  return fee === null ? '现在不计算，原因见下面的说明。' : '正在等您缴费，缴费后重新计算。';
};

const dueOf = (tracked: TrackedRequest, year: number): Content => {
  const { clock } = tracked;
  if (clock.dueOn === null) return undecided(tracked);
  return clock.workingDaysLeft === null
    ? html`<time datetime="${clock.dueOn}">${inChinese(clock.dueOn as CivilDate)}</time>`
    : deadline({
        due: clock.dueOn,
        workingDaysLeft: clock.workingDaysOverdue > 0 ? -clock.workingDaysOverdue : clock.workingDaysLeft,
        provisional: clock.isProvisional,
        year,
      });
};

const why = ({ clock, outcomeName }: TrackedRequest): Markup | string =>
  clock.sentences.length === 0
    ? ''
    : details({
        summary: clock.dueOn === null || outcomeName ? '期限是怎样计算的' : '为什么是这一天',
        open: true,
        body: html`<ol class="reasons">${clock.sentences.map((sentence) => html`<li>${sentence}</li>`)}</ol>${
          clock.irregularities.length === 0
            ? ''
            : html`<p>办理中不合规定的地方：</p><ul>${clock.irregularities.map(({ on, article, message }) => html`<li>${inChinese(on as CivilDate)}：${message}（${article}）</li>`)}</ul>`
        }`,
      });

/** What whoever has a reply should know: where it is, and what they can do about it (条例第五十一条). */
const answered = ({ stateName, outcomeName, letters, isDestroyed }: TrackedRequest): Markup | string => {
  if (isDestroyed)
    return notice({
      kind: 'info',
      title: '保管期限已经届满，申请的内容、材料和文书都已销毁。',
      body: '只保留登记编号、日期和办理结果。',
    });
  if (!outcomeName || unanswered.has(outcomeName) || (stateName !== delivered && stateName !== archived))
    return '';
  const isHere = letters.some(({ template }) => template.startsWith('reply.'));
  return notice({
    kind: 'info',
    title: `已经答复：${outcomeName}。`,
    body: `${isHere ? '答复的文书可以在下面下载。' : '答复的文书没有存放在本站，已经另行交给您；没有收到的，请和受理机关联系。'}对答复不服的，可以依法申请行政复议、提起行政诉讼，机关和期限见答复的文书（条例第五十一条）。`,
  });
};

/** 登记回执: what it says is settled once both sides have confirmed (条例第三十一条). */
const receipt = html`<li><strong>登记回执</strong><span class="letter-formats"><a href="/track/application/receipt.pdf" download>PDF<span class="unseen">，登记回执</span></a> <a href="/track/application/receipt.docx" download>DOCX<span class="unseen">，登记回执</span></a></span></li>`;

const letters = ({ letters: all, clock, isDestroyed }: TrackedRequest): Markup | string =>
  isDestroyed || (all.length === 0 && clock.receivedOn === null)
    ? ''
    : html`<section aria-labelledby="letters">
      <h2 id="letters">文书</h2>
      <ul class="letter-list">${clock.receivedOn === null ? '' : receipt}${all.map(
        ({ id, title, number, date, state, stateName }) =>
          html`<li><span><strong>${title}</strong>${number ? html` <span class="note">${number}</span>` : ''} <time datetime="${date}">${date}</time>${state === 'superseded' ? html` <span class="note">${stateName}</span>` : ''}</span><span class="letter-formats"><a href="/track/application/letters/${id}.pdf" download>PDF<span class="unseen">，${title}</span></a> <a href="/track/application/letters/${id}.docx" download>DOCX<span class="unseen">，${title}</span></a></span></li>`,
      )}</ul>
    </section>`;

const fileSection = (id: string, title: string, files: TrackedRequest['files']): Markup | string =>
  files.length === 0
    ? ''
    : html`<section aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      <ul class="letter-list">${files.map(
        (file) =>
          html`<li><span><span class="file-name">${file.name}</span> <span class="note">${file.kindName}，${sizeOf(file.size)}</span></span><a href="/track/application/files/${file.id}" download>下载<span class="unseen">${file.name}</span></a></li>`,
      )}</ul>
    </section>`;

/** What an applicant sees of the application, and what they can do with it now. */
export const applicationPage = (data: ApplicationPageData): Page => {
  const { tracked, done, problem, year } = data;
  const { files } = tracked;
  const ownDue = answerBy(data);
  return {
    // What a screen reader says first.
    title: [problem ? '没有办成' : done?.replace(/[，。].*$/, ''), '申请的办理情况']
      .filter(Boolean)
      .join('：'),
    crumb: '办理情况',
    width: 'text',
    breadcrumb: [applyCrumb, { label: '查询申请', href: '/track' }],
    scripts: ['apply.js'],
    body: html`<h1>${tracked.number}</h1>
      ${done ? notice({ kind: 'done', title: done, fresh: true }) : ''}
      ${progress(tracked)}
      ${summaryList({
        entries: [
          { label: '受理机关', value: tracked.agencyName },
          { label: '现在', value: tracked.stateName },
          ...(tracked.outcomeName ? [{ label: '办理结果', value: tracked.outcomeName }] : []),
          ...(tracked.documentNumber ? [{ label: '答复文号', value: tracked.documentNumber }] : []),
          { label: '提交日期', value: inChinese(tracked.submittedOn as CivilDate) },
          ...(tracked.clock.receivedOn
            ? [{ label: '收到申请之日', value: inChinese(tracked.clock.receivedOn as CivilDate) }]
            : []),
          ...(ownDue ? [{ label: tracked.fee ? '缴费期限' : '补正期限', value: ownDue }] : []),
          ...(tracked.outcomeName ? [] : [{ label: '答复期限', value: dueOf(tracked, year) }]),
        ],
      })}
      ${answerForms(data)}
      ${answered(tracked)}
      ${why(tracked)}
      ${letters(tracked)}
      ${fileSection(
        'provided',
        '提供给您的政府信息',
        files.filter(({ isProvided }) => isProvided),
      )}
      <section aria-labelledby="timeline">
        <h2 id="timeline">经过</h2>
        ${timeline({ events: tracked.timeline.map(({ on, title }) => ({ date: on, title })) })}
      </section>
      ${fileSection(
        'handed-in',
        '您交来的材料',
        files.filter(({ isProvided }) => !isProvided),
      )}
      ${otherForms(data)}
      <div class="form-end screen-only page-end">
        <button class="button" type="button" data-print hidden>打印这一页</button>
        <form action="/track/leave" method="post" aria-label="退出查询">${button({ text: '退出查询' })}</form>
      </div>`,
  };
};
