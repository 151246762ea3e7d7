import type { TakenStep, TrackedRequest } from '@gongkai/contract';
import { type CivilDate, inChinese } from '@gongkai/statute';
import { html } from 'hono/html';
import {
  button,
  type Content,
  deadline,
  details,
  errorSummary,
  fileField,
  form,
  type Markup,
  notice,
  radioGroup,
  textArea,
} from '../../portal/index.ts';
import type { ApplicationPageData } from './application-page.ts';
import { takenEndings, takenWords } from './receive-form.ts';

/** What an applicant can do on the page, by the end of its address. */
export type ApplicantAct = 'correct' | 'reasons' | 'agree' | 'material' | 'withdraw' | 'rate';

/** An act that was not done: why, and what was typed. */
export interface ActProblem {
  readonly act: ApplicantAct;
  readonly messages: readonly string[];
  readonly typed: ReadonlyMap<string, string>;
}

const offers = ({ steps }: TrackedRequest, step: TakenStep): boolean =>
  steps.some((choice) => choice.step === step);

interface ActForm {
  readonly act: ApplicantAct;
  readonly label: string;
  readonly fields: (typed: (name: string) => string) => Markup;
  readonly button: string;
  readonly upload?: boolean;
}

/** A form of the page: its errors on top, what was typed in its place. */
const actForm = (
  { once, problem }: ApplicationPageData,
  { act, label, fields, ...more }: ActForm,
): Markup => {
  const own = problem?.act === act ? problem : null;
  return form({
    action: `/track/application/${act}`,
    label,
    ...(more.upload ? { upload: true } : {}),
    errors: [],
    fields: html`${errorSummary({ title: '没有办成，您填写的内容都在', errors: (own?.messages ?? []).map((text) => ({ text })) })}<input type="hidden" name="once" value="${once}-${act}">${fields((name) => own?.typed.get(name) ?? '')}`,
    buttons: [{ text: more.button, kind: 'main' }],
  });
};

const files = (name: string, label: string): Markup =>
  fileField({
    name,
    label,
    optional: true,
    multiple: true,
    accept: takenEndings,
    hint: `可以是 ${takenWords}；每个不超过 20 MB，合计不超过 60 MB、20 个。`,
  });

/** 还剩 3 个工作日 · 3 月 16 日; what is over says so. */
export const answerBy = ({ tracked, year }: ApplicationPageData): Content | null => {
  const { answerBy: by } = tracked;
  if (by === null) return null;
  return by.workingDaysLeft === null
    ? `${inChinese(by.on as CivilDate)}（已过）`
    : deadline({ due: by.on, workingDaysLeft: by.workingDaysLeft, year });
};

/** 请在2026年3月16日前（含当日）补正，still or no more. */
const beforeThat = ({ tracked }: ApplicationPageData, verb: string): string =>
  tracked.answerBy === null ? '' : `请在${inChinese(tracked.answerBy.on as CivilDate)}前（含当日）${verb}。`;

const correction = (data: ApplicationPageData): Markup | string =>
  data.tracked.correction === null
    ? ''
    : html`<section class="to-do" aria-labelledby="correct">
      <h2 id="correct">请您补正</h2>
      ${notice({ kind: 'warning', title: '机关请您补正下面的内容', body: html`<p class="as-typed">${data.tracked.correction}</p>` })}
      <p><strong>${beforeThat(data, '补正')}</strong>收到补正后，答复期限重新计算；没有正当理由逾期不补正的，视为放弃申请（条例第三十条）。</p>
      ${actForm(data, {
        act: 'correct',
        label: '补正申请',
        upload: true,
        button: '提交补正',
        fields: (typed) =>
          html`${textArea({ name: 'description', label: '补正后的申请内容', hint: '请写完整：它会代替原来的内容描述。', value: typed('description'), rows: 6, most: 5000 })}${files('correction', '补正的材料')}`,
      })}
    </section>`;

const fee = (data: ApplicationPageData): Markup | string => {
  const { fee: asked } = data.tracked;
  if (asked === null) return '';
  const by = beforeThat(data, '缴纳') || '请自收到通知次日起 20 个工作日内缴纳。';
  return html`<section class="to-do" aria-labelledby="fee">
      <h2 id="fee">信息处理费</h2>
      ${notice({ kind: 'warning', title: `需要缴纳信息处理费 ${Number(asked.amount).toLocaleString('zh-CN')} 元`, body: `${by}缴费以后重新计算答复期限，逾期不缴纳的视为放弃申请，不再处理（条例第四十二条、《政府信息公开信息处理费管理办法》）。计算方法和缴费办法见收费通知书。` })}
      ${
        asked.agreed
          ? html`<p>您已经表示同意缴纳。</p>`
          : offers(data.tracked, 'agree_to_fee')
            ? actForm(data, {
                act: 'agree',
                label: '同意缴费',
                button: '我同意缴纳',
                fields: () =>
                  html`<p class="hint">同意不等于缴费，请按收费通知书写的办法缴纳。不同意的，可以撤回申请，或者和机关联系。</p>`,
              })
            : ''
      }
    </section>`;
};

const reasons = (data: ApplicationPageData): Markup | string =>
  data.tracked.reasonsAsked === null
    ? ''
    : html`<section class="to-do" aria-labelledby="reasons">
      <h2 id="reasons">请您说明理由</h2>
      ${notice({ kind: 'warning', title: '您申请的数量、频次明显超过合理范围，机关请您说明理由', body: html`<p class="as-typed">${data.tracked.reasonsAsked}</p>` })}
      ${
        offers(data.tracked, 'record_reasons')
          ? actForm(data, {
              act: 'reasons',
              label: '说明理由',
              button: '提交理由',
              fields: (typed) =>
                html`${textArea({ name: 'reasons', label: '理由', hint: '理由不合理的，机关可以不予处理；理由合理但来不及按期答复的，会另定答复的日期并告诉您（条例第三十五条）。', value: typed('reasons'), rows: 5, most: 5000 })}`,
            })
          : ''
      }
    </section>`;

/** What the agency waits for: on top, because the period waits too. */
export const answerForms = (data: ApplicationPageData): Markup =>
  html`${correction(data)}${fee(data)}${reasons(data)}`;

const scores = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

const rating = (data: ApplicationPageData): Markup | string =>
  data.tracked.rated
    ? html`<p>您已经评价过这次办理，谢谢。</p>`
    : offers(data.tracked, 'rate_service')
      ? html`<section aria-labelledby="rate">
      <h2 id="rate">评价这次办理</h2>
      ${actForm(data, {
        act: 'rate',
        label: '评价',
        button: '提交评价',
        fields: (typed) =>
          html`${radioGroup({ name: 'score', label: '您满意吗', value: typed('score'), choices: scores.map((label, at) => ({ value: String(at + 1), label })).toReversed() })}${textArea({ name: 'comment', label: '意见和建议', optional: true, value: typed('comment'), rows: 3, most: 1000 })}`,
      })}
    </section>`
      : '';

const material = (data: ApplicationPageData): Markup | string =>
  offers(data.tracked, 'receive_material')
    ? html`<section aria-labelledby="material">
      <h2 id="material">补交材料</h2>
      ${details({
        summary: '补交身份证明或者其他材料',
        open: data.problem?.act === 'material',
        body: actForm(data, {
          act: 'material',
          label: '补交材料',
          upload: true,
          button: '补交',
          fields: (typed) =>
            html`${files('identity_proof', '身份证明')}${files('attachment', '其他材料')}${textArea({ name: 'note', label: '说明', optional: true, value: typed('note'), rows: 3, most: 500 })}`,
        }),
      })}
    </section>`
    : '';

/** What an applicant may do at any time. */
export const otherForms = (data: ApplicationPageData): Markup =>
  html`<div class="screen-only">${rating(data)}${material(data)}${
    offers(data.tracked, 'withdraw')
      ? html`<section aria-labelledby="withdraw">
      <h2 id="withdraw">撤回申请</h2>
      <p>不再需要的，可以撤回。${button({ text: '撤回申请', href: '/track/application/withdraw', kind: 'quiet' })}</p>
    </section>`
      : ''
  }</div>`;
