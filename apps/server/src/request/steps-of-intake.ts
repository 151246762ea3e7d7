import { inChinese } from '@gongkai/statute';
import type { Situation, StepTable } from './step-definition.ts';

const deadlineOf = ({ clock }: Situation, kind: 'correction' | 'payment' | 'correction_notice') =>
  clock.deadlines.find((deadline) => deadline.kind === kind);

/** 视为放弃: only when the applicant has had the notice and its period is over. */
const silenceOver =
  (kind: 'correction' | 'payment', notice: string, receivedOn: (situation: Situation) => string | null) =>
  (situation: Situation): string | null => {
    if (receivedOn(situation) === null) return `还没有登记申请人收到${notice}的日期，期限无从起算`;
    const due = deadlineOf(situation, kind)?.due;
    return due && situation.today > due ? null : `期限还没有届满${due ? `（至${inChinese(due)}）` : ''}`;
  };

/** Receipt, correction, and the end by silence or by the applicant's will. */
export const stepsOfIntake: Pick<
  StepTable,
  | 'confirm_receipt'
  | 'ask_for_correction'
  | 'record_notice_received'
  | 'receive_correction'
  | 'close_uncorrected'
  | 'withdraw'
  | 'archive'
> = {
  confirm_receipt: {
    title: '确认收到申请',
    action: 'request.handle',
    from: ['awaiting_confirmation'],
    to: 'handling',
    article: '条例第三十一条',
    event: 'request_confirmed',
    consequence: '双方确认之日为收到申请之日，从次日起计算答复期限。',
    told: '本机关确认收到申请',
  },
  ask_for_correction: {
    title: '告知补正',
    action: 'request.handle',
    from: ['handling'],
    to: 'awaiting_correction',
    article: '条例第三十条',
    event: 'request_correction_asked',
    consequence: '收到补正后重新计算答复期限；补正只能一次性告知。',
    told: '本机关告知您补正',
    // 条例第三十条: 一次性告知
    refuse: ({ facts }) => (facts.correction ? '补正已经告知过一次，只能一次性告知' : null),
    late: (situation) => {
      const due = deadlineOf(situation, 'correction_notice')?.due;
      return due && situation.today > due
        ? '已超过收到申请之日起7个工作日，答复期限不因此停止或者重新计算'
        : null;
    },
  },
  record_notice_received: {
    title: '登记申请人收到通知',
    action: 'request.handle',
    from: ['awaiting_correction', 'awaiting_payment'],
    to: null,
    article: '条例第三十条、信息处理费管理办法',
    event: 'request_notice_received',
    consequence: '补正或者缴费的期限从收到通知的次日起计算。',
    told: '您收到通知',
    refuse: ({ facts }) => {
      const notice = facts.state === 'awaiting_correction' ? facts.correction : facts.fee;
      return notice?.receivedOn ? '已经登记过' : null;
    },
    earliest: (_, { facts }) => facts.since,
    check: ({ notice }, { facts }) =>
      (notice === 'correction') === (facts.state === 'awaiting_correction')
        ? null
        : '现在等待的不是这份通知的结果',
  },
  receive_correction: {
    title: '收到补正',
    action: 'request.handle',
    byApplicant: true,
    from: ['awaiting_correction'],
    to: 'handling',
    article: '条例第三十条',
    event: 'request_corrected',
    consequence: '答复期限自收到补正的申请之日起计算。',
    told: '您提交了补正',
    late: (situation) => {
      const due = deadlineOf(situation, 'correction')?.due;
      return due && situation.today > due ? '已超过补正期限，仍按收到补正办理' : null;
    },
  },
  close_uncorrected: {
    title: '逾期不补正，不再处理',
    action: 'request.approve',
    from: ['awaiting_correction'],
    to: 'abandoned',
    article: '条例第三十条',
    event: 'request_closed_uncorrected',
    consequence: '申请人无正当理由逾期不补正的，视为放弃申请，不再处理。',
    told: '逾期没有补正，不再处理',
    refuse: silenceOver('correction', '补正告知书', ({ facts }) => facts.correction?.receivedOn ?? null),
  },
  withdraw: {
    title: '撤回申请',
    action: 'request.handle',
    byApplicant: true,
    from: [
      'awaiting_confirmation',
      'handling',
      'awaiting_correction',
      'awaiting_payment',
      'in_review',
      'in_secrecy_review',
      'awaiting_approval',
      'approved',
      'signed',
    ],
    to: 'withdrawn',
    article: null,
    event: 'request_withdrawn',
    consequence: '申请按申请人撤回办结，不再答复。',
    told: '您撤回了申请',
  },
  archive: {
    title: '归档',
    action: 'request.handle',
    from: ['delivered', 'abandoned', 'withdrawn'],
    to: 'archived',
    article: '条例第四十五条',
    event: 'request_archived',
    consequence: '案卷归档，不再办理。',
    refuse: ({ facts }) =>
      facts.state === 'delivered' && facts.servedOn === null ? '还没有登记申请人收到答复的日期' : null,
  },
};

/** The fee of 信息处理费管理办法, and what happens where it isn't paid. */
export const stepsOfFee: Pick<
  StepTable,
  'issue_fee_notice' | 'record_payment' | 'waive_fee' | 'close_unpaid'
> = {
  issue_fee_notice: {
    title: '发出收费通知',
    action: 'request.handle',
    from: ['handling'],
    to: 'awaiting_payment',
    article: '条例第四十二条、信息处理费管理办法',
    event: 'request_fee_notified',
    consequence: '申请人自收到通知次日起20个工作日内缴费；缴费后重新计算处理期限。',
    told: '本机关发出收费通知',
    refuse: ({ facts, clock, today }) => {
      if (facts.fee) return '收费通知已经发出过一次';
      return clock.due !== null && today > clock.due ? '收费通知应当在申请处理期限内发出，期限已过' : null;
    },
  },
  record_payment: {
    title: '登记缴费',
    action: 'request.handle',
    from: ['awaiting_payment'],
    to: 'handling',
    article: '信息处理费管理办法',
    event: 'request_fee_received',
    consequence: '从缴费次日起重新计算处理期限。',
    told: '收到您缴纳的费用',
    late: (situation) => {
      const due = deadlineOf(situation, 'payment')?.due;
      return due && situation.today > due ? '已超过缴费期限，仍按缴费办理' : null;
    },
  },
  waive_fee: {
    title: '收回收费通知',
    action: 'request.approve',
    from: ['awaiting_payment'],
    to: 'handling',
    article: '条例第四十二条',
    event: 'request_fee_waived',
    consequence: '视同没有发出收费通知，答复期限照原来的计算。',
    told: '本机关收回收费通知',
  },
  close_unpaid: {
    title: '逾期未缴费，不再处理',
    action: 'request.approve',
    from: ['awaiting_payment'],
    to: 'abandoned',
    article: '信息处理费管理办法',
    event: 'request_closed_unpaid',
    consequence: '申请人逾期未缴纳费用的，视为放弃申请，不再处理。',
    told: '逾期没有缴费，不再处理',
    refuse: silenceOver('payment', '收费通知书', ({ facts }) => facts.fee?.receivedOn ?? null),
  },
};
