import {
  provisionWays,
  type RequestCase,
  type SentLetter,
  secrecyConclusions,
  sentLetters,
  type TakenStep,
} from '@gongkai/contract';
import { replyTemplates, thirdPartyAnswerNames } from '@gongkai/statute';
import type { ComponentType } from 'react';
import { DecisionFields, lastDraft } from './decision-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import type { Field, Option } from './step-field.tsx';

/** What a step's form is made of. */
export interface StepForm {
  /** The verb of its button, where the step's title isn't one. */
  readonly verb?: string;
  readonly fields: readonly Field[];
  /** Stands in the place of fields that hang together. */
  readonly Fields?: ComponentType<{ readonly found: RequestCase; readonly today: string }>;
  /** Values that stand there before anything is typed, besides today as the date. */
  readonly initial?: (found: RequestCase) => Readonly<Record<string, unknown>>;
  readonly hasLetter?: true;
  /** Ends the case or can't be taken back: a red button. */
  readonly danger?: true;
}

const optionsOf = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const on = (label: string, hint: string): Field => ({ name: 'on', type: 'date', label, hint });
const text = (name: string, label: string, most: number, hint?: string): Field => ({
  name,
  label,
  type: 'text',
  most,
  ...(hint && { hint }),
});
const note = (label: string): Field => ({ name: 'note', label, type: 'text', most: 1000, optional: true });
const ways = optionsOf(provisionWays);

type Consultation = RequestCase['consultations'][number];

const isOpen = ({ answer, closedOn }: Consultation): boolean => answer === null && closedOn === null;

const sayConsultation = ({ id, label, name, sentOn }: Consultation): Option => ({
  value: id,
  label: `${label}${name && name !== label ? `（${name}）` : ''}，${sentOn} 发出`,
});

const consultation = (only: (one: Consultation) => boolean, optional?: true): Field => ({
  name: 'consultationId',
  label: '征求谁的意见',
  type: 'pick',
  options: ({ consultations }) => consultations.filter(only).map(sayConsultation),
  ...(optional && { optional }),
});

/** Where only one can be meant, it is chosen already. */
const onlyOne =
  (only: (one: Consultation) => boolean) =>
  ({ consultations }: RequestCase): Readonly<Record<string, unknown>> => {
    const [first, second] = consultations.filter(only);
    return first && !second ? { consultationId: first.id } : {};
  };

const undelivered = (one: Consultation): boolean => isOpen(one) && one.deliveredOn === null;

const nameOfTemplate = (id: SentLetter): string =>
  replyTemplates.find((template) => template.id === id)?.name ?? id;

const giveReason = (label: string): readonly Field[] => [text('reason', label, 1000)];

/** The form of every step, as data; those that hang together more closely are components. */
export const stepForms: Readonly<Record<TakenStep, StepForm>> = {
  confirm_receipt: {
    fields: [
      on('双方确认之日', '确认之日为收到申请之日，从次日起计算答复期限（条例第三十一条）。'),
      {
        name: 'unreachable',
        type: 'check',
        label: '邮件到达当日联系不上申请人',
        hint: '已当日登记，恢复联系之日为确认之日。',
        when: ({ channel }) => channel === 'ordinary_mail' || channel === 'misdirected_mail',
      },
    ],
  },
  ask_for_correction: {
    verb: '发出补正告知书',
    hasLetter: true,
    initial: () => ({ workingDays: 15 }),
    fields: [
      on('告知日期', '应当自收到申请之日起7个工作日内一次性告知（条例第三十条）。'),
      text('matter', '需要补正的内容', 2000, '写明哪里不明确、怎样补正；一次写全，不能再告知第二次。'),
      {
        name: 'workingDays',
        type: 'number',
        label: '补正期限（工作日）',
        least: 1,
        most: 250,
        hint: '自申请人收到告知书的次日起计算，应当合理。',
      },
    ],
  },
  record_notice_received: {
    fields: [
      on('申请人收到的日期', '补正、缴费的期限从收到的次日起计算。'),
      {
        name: 'notice',
        type: 'radio',
        label: '收到的文书',
        options: ({ state }) =>
          state === 'awaiting_payment'
            ? [{ value: 'fee', label: '收费通知书' }]
            : [{ value: 'correction', label: '补正告知书' }],
      },
    ],
    initial: ({ state }) => ({ notice: state === 'awaiting_payment' ? 'fee' : 'correction' }),
  },
  receive_correction: {
    fields: [
      on('收到补正的日期', '答复期限从收到补正的次日起重新计算（条例第三十条）。'),
      text('description', '补正后的申请内容', 5000, '照申请人补正的原文登记；来件扫描后存入“材料”。'),
    ],
    initial: ({ content }) => ({ description: content?.description }),
  },
  close_uncorrected: {
    danger: true,
    hasLetter: true,
    fields: giveReason('没有正当理由的认定'),
  },
  record_search: {
    fields: [
      on('检索日期', '实际检索的那一天。'),
      text('where', '检索的范围', 1000, '查了哪些机构、系统、档案。'),
      text('how', '检索的方法和经过', 2000, '用了什么关键词、文号、时间范围，由谁检索。'),
      text('found', '检索的结果', 2000, '找到了什么；没有找到的，写明没有找到。'),
    ],
  },
  consult: {
    verb: '发出征求意见书',
    hasLetter: true,
    initial: () => ({ party: 'third_party' }),
    fields: [
      {
        name: 'party',
        type: 'radio',
        label: '征求谁的意见',
        options: [
          { value: 'third_party', label: '第三方（第三十二条；逾期不提，由本机关决定）' },
          { value: 'joint_maker', label: '共同制作机关（第三十四条；逾期不提，视为同意）' },
          { value: 'other_organ', label: '其他机关（第三十三条第三款）' },
        ],
      },
      { name: 'name', type: 'line', label: '名称', most: 200, hint: '第三方的名称加密保存。' },
      text('matter', '征求意见的内容', 2000, '写明涉及对方的哪些信息、拟怎样处理。'),
      on('发出日期', '从发出的次日起，征求意见的时间不计入答复期限（条例第三十三条第三款）。'),
    ],
  },
  record_consultation_delivery: {
    fields: [consultation(undelivered), on('对方收到的日期', '15个工作日从收到的次日起计算。')],
    initial: onlyOne(undelivered),
  },
  record_opinion: {
    fields: [
      consultation(isOpen),
      {
        name: 'answer',
        type: 'radio',
        label: '意见',
        options: (['consents', 'objectsWithReason', 'objects'] as const).map((value) => ({
          value,
          label: thirdPartyAnswerNames[value],
        })),
      },
      text('opinion', '意见的内容和理由', 5000),
      on('收到意见的日期', '期限从收到意见的次日起继续计算。'),
    ],
    initial: onlyOne(isOpen),
  },
  close_consultation: {
    fields: [
      consultation(isOpen),
      text('reason', '结束的原因', 1000),
      on('结束的日期', '期限从结束的次日起继续计算；第三方逾期没有提出意见的，由本机关决定是否公开。'),
    ],
    initial: onlyOne(isOpen),
  },
  propose_extension: {
    verb: '提请批准延期',
    initial: () => ({ workingDays: 20 }),
    fields: [
      {
        name: 'workingDays',
        type: 'number',
        label: '延长的工作日数',
        least: 1,
        most: 20,
        hint: '最长20个工作日，只能延长一次（条例第三十三条第二款）。',
      },
      ...giveReason('延长的理由'),
    ],
  },
  approve_extension: { fields: [] },
  refuse_extension: { fields: giveReason('不同意的理由') },
  notify_extension: {
    verb: '发出延长答复期限告知书',
    hasLetter: true,
    fields: [on('告知日期', '须在答复期限内告知，延期才生效（条例第三十三条第二款）。')],
  },
  issue_fee_notice: {
    verb: '发出收费通知书',
    hasLetter: true,
    fields: [],
    Fields: FeeFields,
    initial: ({ monthItems }) => ({ scheme: 'item', quantity: 1, before: monthItems }),
  },
  agree_to_fee: {
    verb: '登记申请人同意缴费',
    fields: [on('申请人同意的日期', '申请人另行缴费后，登记缴费。')],
  },
  record_payment: {
    fields: [on('缴费日期', '处理期限从缴费的次日起重新计算（信息处理费管理办法）。')],
  },
  waive_fee: { fields: giveReason('收回的理由') },
  close_unpaid: { danger: true, hasLetter: true, fields: giveReason('逾期未缴费的情况') },
  ask_for_reasons: {
    verb: '发出说明理由通知书',
    hasLetter: true,
    fields: [
      on('通知日期', '申请的数量、频次明显超过合理范围的，可以要求说明理由（条例第三十五条）。'),
      text('matter', '请申请人说明的事项', 2000),
    ],
  },
  record_reasons: {
    fields: [on('收到的日期', '由本机关判断理由是否合理。'), text('reasons', '申请人说明的理由', 5000)],
  },
  set_delay: {
    verb: '发出延迟答复告知书',
    hasLetter: true,
    fields: [
      {
        name: 'until',
        type: 'date',
        label: '延迟到哪一天答复',
        future: true,
        hint: ({ clock }) => (clock.dueOn ? `应当晚于现在的答复期限 ${clock.dueOn}。` : undefined),
      },
      ...giveReason('理由合理但无法按期答复的情况'),
      on('告知日期', '在告知申请人的日期以前答复（条例第三十五条）。'),
    ],
  },
  draft_decision: {
    verb: '提交审核',
    hasLetter: true,
    fields: [],
    Fields: DecisionFields,
    initial: lastDraft,
  },
  review: { fields: [note('审核意见')] },
  review_secrecy: {
    fields: [
      {
        name: 'conclusion',
        type: 'radio',
        label: '保密审查结论',
        options: optionsOf(secrecyConclusions),
        hint: '不能确定的，退回，并报有关主管部门或者保密行政管理部门确定（条例第十七条）。',
      },
      text('basis', '依据', 1000),
    ],
  },
  approve: { fields: [note('批准意见')] },
  send_back: { verb: '退回经办人', fields: giveReason('退回的原因') },
  sign: { fields: [] },
  deliver: {
    fields: [
      { name: 'way', type: 'radio', label: '送达方式', options: ways },
      on(
        '答复日期',
        '邮寄的为交邮之日，当面的为签收之日，电子方式的为发出之日（国办公开办函〔2016〕235号）。',
      ),
      {
        name: 'proof',
        type: 'line',
        label: '凭证',
        most: 500,
        hint: '邮政企业的邮件号码、签收人、发送记录；凭证扫描后存入“材料”。',
      },
    ],
    initial: ({ way }) => ({ way }),
  },
  record_service: {
    fields: [
      on('申请人收到的日期', '申请行政复议、提起行政诉讼的期限从知道之日起计算。'),
      { name: 'proof', type: 'line', label: '凭证', most: 500, hint: '回执、签收记录、下载记录。' },
    ],
  },
  withdraw: {
    verb: '登记撤回',
    danger: true,
    fields: [
      on('撤回的日期', '凭申请人的书面表示登记，存入“材料”。'),
      { name: 'reason', label: '撤回的原因', type: 'text', most: 1000, optional: true },
    ],
  },
  archive: { fields: [] },
  receive_material: {
    fields: [
      on('收到的日期', '材料本身存入“材料”；答复期限不变。'),
      { name: 'note', label: '补交了什么', type: 'text', most: 500, optional: true },
    ],
  },
  rate_service: {
    fields: [
      {
        name: 'score',
        type: 'radio',
        label: '评分',
        options: ['很不满意', '不满意', '一般', '满意', '很满意'].map((label, at) => ({
          value: at + 1,
          label,
        })),
      },
      { name: 'comment', label: '意见和建议', type: 'text', most: 1000, optional: true },
    ],
  },
  answer_on_the_spot: {
    verb: '登记当场答复',
    hasLetter: true,
    danger: true,
    initial: ({ way }) => ({ way, outcome: 'disclosed_public_already' }),
    fields: [
      {
        name: 'outcome',
        type: 'radio',
        label: '办理结果',
        options: [
          { value: 'disclosed_public_already', label: '已经主动公开，告知获取的方式和途径' },
          { value: 'disclosed_provided', label: '当场提供所申请的信息' },
        ],
      },
      text('reply', '当场答复的内容', 5000),
      {
        name: 'earlierRequestId',
        type: 'pick',
        label: '已经审查、提供过同一信息的申请',
        optional: true,
        hint: '当场提供的，信息应当已经审查过。',
        options: ({ related }) =>
          related.map(({ id, number, outcomeName }) => ({
            value: id,
            label: `${number}${outcomeName ? `，${outcomeName}` : ''}`,
          })),
      },
      { name: 'way', type: 'radio', label: '答复方式', options: ways },
      { name: 'proof', type: 'line', label: '申请人签收或者发送的记录', most: 500 },
    ],
  },
  send_letter: {
    verb: '发出函件',
    hasLetter: true,
    initial: () => ({ template: sentLetters[0] }),
    fields: [
      {
        name: 'template',
        type: 'radio',
        label: '函件',
        options: sentLetters.map((value) => ({ value, label: nameOfTemplate(value) })),
      },
      {
        ...consultation(() => true, true),
        label: '与哪一次征求意见有关',
        when: ({ consultations }) => consultations.length > 0,
      },
      text('matter', '事由', 2000),
      on('发出日期', '函件存入案卷，答复期限不变。'),
    ],
  },
};
