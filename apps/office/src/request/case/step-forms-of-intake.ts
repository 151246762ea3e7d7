import type { RequestCase } from '@gongkai/contract';
import { getOutcome } from '@gongkai/statute';
import { giveReason, on, optionalText, type StepForm, text, ways } from './step-form.ts';

const providedName = getOutcome('disclosed_provided').name;

/** An application that was answered by providing what it asked for. */
const isProvided = ({ outcomeName }: RequestCase['related'][number]): boolean => outcomeName === providedName;

/** Receipt, correction, what can be answered at once, and the end by the applicant. */
export const formsOfIntake = {
  confirm_receipt: {
    fields: [
      on('双方确认之日', '与申请人电话、短信或者邮件确认的那一天。'),
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
    initial: ({ correctionDays }) => ({ workingDays: correctionDays }),
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
      on('申请人收到的日期', '以签收记录、回执上的日期为准。'),
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
      on('收到补正的日期', '当面提交之日、邮件签收之日。'),
      text('description', '补正后的申请内容', 5000, '照申请人补正的原文登记；来件扫描后存入“材料”。'),
    ],
    initial: ({ content }) => ({ description: content?.description }),
  },
  close_uncorrected: {
    danger: true,
    hasLetter: true,
    fields: giveReason('没有正当理由的认定'),
  },
  receive_material: {
    fields: [on('收到的日期', '材料本身存入“材料”；答复期限不变。'), optionalText('note', '补交了什么', 500)],
  },
  answer_on_the_spot: {
    verb: '登记当场答复',
    hasLetter: true,
    danger: true,
    initial: () => ({ way: 'in_person', outcome: 'disclosed_public_already' }),
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
        beside: { name: 'outcome', is: 'disclosed_provided' },
        hint: ({ related }) =>
          related.some(isProvided)
            ? '先审查、后公开：当场提供的信息应当已经审查、提供过（条例第十七条）。'
            : '没有提供过相近信息的申请。第一次提供的，请拟定答复，经审批后提供（条例第十七条）。',
        options: ({ related }) =>
          related
            .filter(isProvided)
            .map(({ id, number, submittedOn }) => ({ value: id, label: `${number}，${submittedOn}` })),
      },
      { name: 'way', type: 'radio', label: '答复方式', options: ways },
      { name: 'proof', type: 'line', label: '申请人签收或者发送的记录', most: 500 },
    ],
  },
  withdraw: {
    verb: '登记撤回',
    danger: true,
    fields: [
      on('撤回的日期', '凭申请人的书面表示登记，存入“材料”。'),
      optionalText('reason', '撤回的原因', 1000),
    ],
  },
  archive: { fields: [] },
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
      optionalText('comment', '意见和建议', 1000),
    ],
  },
} as const satisfies Readonly<Record<string, StepForm>>;
