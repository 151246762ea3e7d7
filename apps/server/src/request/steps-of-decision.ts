import type { RequestState } from '@gongkai/contract';
import { getOutcome } from '@gongkai/statute';
import { checkDecision } from './check-decision.ts';
import { isOverdue, type Situation, type StepTable } from './step-definition.ts';
import { isOpen } from './steps-of-handling.ts';

const reviewing: readonly RequestState[] = [
  'in_review',
  'in_secrecy_review',
  'awaiting_approval',
  'approved',
];

const lateReply = (situation: Situation): string | null =>
  isOverdue(situation) ? '已超过答复期限，仍应当答复' : null;

/** An opinion is still awaited, and its period is not over; another organ has none but what it is given. */
const opinionAwaited = ({ facts, clock, today }: Situation): boolean =>
  facts.consultations.filter(isOpen).some(({ deliveredOn, label }) => {
    const due = clock.deadlines.find(({ kind, name }) => kind.endsWith('_opinion') && name === label)?.due;
    return deliveredOn === null || due === undefined || due === null || today <= due;
  });

/** 三审: whoever drafts, reviews, reviews for secrecy and approves. */
export const stepsOfDecision: Pick<
  StepTable,
  | 'draft_decision'
  | 'review'
  | 'review_secrecy'
  | 'approve'
  | 'send_back'
  | 'sign'
  | 'deliver'
  | 'record_service'
  | 'answer_on_the_spot'
> = {
  draft_decision: {
    title: '拟定答复',
    action: 'request.handle',
    from: ['handling'],
    to: 'in_review',
    article: '条例第三十六条、第三十七条',
    event: 'request_drafted',
    consequence: '交审核人审核。',
    refuse: (situation) => (opinionAwaited(situation) ? '征求的意见还没有回来，期限也没有届满' : null),
    late: lateReply,
    check: checkDecision,
  },
  review: {
    title: '审核通过',
    action: 'request.review',
    from: ['in_review'],
    to: 'in_secrecy_review',
    article: '条例第十七条',
    event: 'request_reviewed',
    consequence: '交保密审查员审查。',
    passes: 'reviewer',
    late: lateReply,
  },
  review_secrecy: {
    title: '保密审查通过',
    action: 'request.review_secrecy',
    from: ['in_secrecy_review'],
    to: 'awaiting_approval',
    // 先审查、后公开
    article: '条例第十七条、保密法实施条例第四十二条',
    event: 'request_secrecy_reviewed',
    consequence: '交公开机构负责人批准。',
    passes: 'secrecy_reviewer',
    late: lateReply,
    check: ({ conclusion }, { facts }) => {
      const group = facts.decision && getOutcome(facts.decision.outcome).group;
      if (group === 'disclosed' && conclusion !== 'may_disclose')
        return '答复拟予以公开，与保密审查结论不符，应当退回';
      return group === 'partial' && conclusion === 'must_not'
        ? '答复拟部分公开，与保密审查结论不符，应当退回'
        : null;
    },
  },
  approve: {
    title: '批准答复',
    action: 'request.approve',
    from: ['awaiting_approval'],
    to: 'approved',
    article: '条例第四十五条',
    event: 'request_approved',
    consequence: '可以编号签发。',
    passes: 'disclosure_head',
    late: lateReply,
  },
  send_back: {
    title: '退回',
    action: (state) =>
      state === 'in_secrecy_review'
        ? 'request.review_secrecy'
        : state === 'awaiting_approval' || state === 'approved'
          ? 'request.approve'
          : 'request.review',
    from: reviewing,
    to: 'handling',
    article: '条例第十七条',
    event: 'request_returned',
    consequence: '由经办人重新拟定，再经全部审批。',
  },
  sign: {
    title: '编号签发',
    action: 'request.handle',
    from: ['approved'],
    to: 'signed',
    article: '条例第四十五条',
    event: 'request_signed',
    consequence: '答复取得文号，应当送达申请人。',
    late: lateReply,
  },
  deliver: {
    title: '送达答复',
    action: 'request.handle',
    from: ['signed'],
    to: 'delivered',
    article: '条例第三十三条、国办公开办函〔2016〕235号',
    event: 'request_delivered',
    consequence: '申请办结。以交邮之日、签收之日或者发出之日为答复之日。',
    told: '本机关发出答复',
    late: lateReply,
  },
  record_service: {
    title: '登记申请人收到答复',
    action: 'request.handle',
    from: ['delivered'],
    to: null,
    article: '行政复议法第二十条、行政诉讼法第四十六条',
    event: 'request_service_recorded',
    consequence: '申请行政复议、提起行政诉讼的期限从知道之日起计算。',
    told: '您收到答复',
    refuse: ({ facts }) => (facts.servedOn ? '已经登记过' : null),
    earliest: (_, { facts }) => facts.since,
  },
  answer_on_the_spot: {
    title: '当场答复',
    action: 'request.handle',
    from: ['handling'],
    to: 'delivered',
    article: '条例第三十三条第一款',
    event: 'request_answered_on_the_spot',
    consequence: '申请办结。',
    told: '本机关当场答复',
    refuse: ({ facts }) => (facts.consultations.some(isOpen) ? '征求的意见还没有回来' : null),
    late: lateReply,
    // 条例第十七条 has what is going to be made public reviewed first. What is public already has been; what is
    // provided anew has not, and takes the whole way of three people, be it on the same day. So at once can be
    // provided only what was reviewed and provided before.
    check: ({ outcome, earlierRequestId }) => {
      if (outcome === 'disclosed_provided' && earlierRequestId === null)
        return '条例第十七条：先审查、后公开。当场提供的信息应当已经审查过，请写明审查、提供过同一信息的那件申请；没有的，请拟定答复，经审批后提供';
      return outcome === 'disclosed_public_already' && earlierRequestId !== null
        ? '已经主动公开的，不必写明以前的申请'
        : null;
    },
  },
};
