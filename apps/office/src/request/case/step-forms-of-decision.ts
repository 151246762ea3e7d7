import { secrecyConclusions } from '@gongkai/contract';
import { DecisionFields, lastDraft } from './decision-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import { giveReason, on, optionalText, optionsOf, type StepForm, text, ways } from './step-form.ts';

/** Fee, draft, the stages of approval, and service. */
export const formsOfDecision = {
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
  draft_decision: {
    verb: '提交审核',
    hasLetter: true,
    fields: [],
    Fields: DecisionFields,
    initial: lastDraft,
  },
  review: { fields: [optionalText('note', '审核意见', 1000)] },
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
  approve: { fields: [optionalText('note', '批准意见', 1000)] },
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
} as const satisfies Readonly<Record<string, StepForm>>;
