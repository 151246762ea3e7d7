import { endedStates, requestStateNames } from '@gongkai/contract';
import type { StepTable } from './step-definition.ts';

/** What an applicant does besides what is asked of them. */
export const stepsOfApplicant: Pick<StepTable, 'receive_material' | 'agree_to_fee' | 'rate_service'> = {
  receive_material: {
    title: '收到补交的材料',
    action: 'request.handle',
    byApplicant: true,
    from: requestStateNames.filter((state) => !(endedStates as readonly string[]).includes(state)),
    to: null,
    // 条例第二十九条第二款: 身份证明
    article: '条例第二十九条第二款',
    event: 'request_material_received',
    consequence: '材料存入案卷，答复期限不变。',
    told: '您补交了材料',
  },
  agree_to_fee: {
    title: '同意缴纳信息处理费',
    action: 'request.handle',
    byApplicant: true,
    from: ['awaiting_payment'],
    to: null,
    article: '条例第四十二条、信息处理费管理办法',
    event: 'request_fee_agreed',
    consequence: '请在缴费期限内缴费；缴费后继续办理。',
    told: '您同意缴费',
    refuse: ({ facts }) => (facts.fee?.agreedOn ? '已经同意过' : null),
    earliest: (_, { facts }) => facts.since,
  },
  rate_service: {
    title: '评价服务',
    // Whoever is rated doesn't enter the rating.
    action: null,
    byApplicant: true,
    from: endedStates,
    to: null,
    article: null,
    event: 'request_rated',
    consequence: '评价一次，不能修改。',
    told: '您评价了服务',
    refuse: ({ facts }) => (facts.rating === null ? null : '已经评价过'),
  },
};
