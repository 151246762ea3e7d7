import { sentLetters, type TakenStep } from '@gongkai/contract';
import fc from 'fast-check';
import { todayOf } from './case-clock.ts';
import type { Facts } from './facts.ts';

/** One act of the model: what is tried, by whom, when. */
export interface Act {
  /** Which of the steps that are allowed, or which of all. */
  readonly pick: number;
  readonly who: number;
  /** Any step by anybody, whether allowed or not. */
  readonly wild: boolean;
  /** Two people take it at once. */
  readonly twice: boolean;
  readonly days: number;
  /** Days ago that it happened. */
  readonly back: number;
  readonly variant: number;
}

export const act: fc.Arbitrary<Act> = fc.record({
  pick: fc.nat(1),
  who: fc.nat(50),
  wild: fc.boolean().chain((a) => (a ? fc.boolean() : fc.constant(false))),
  twice: fc.nat(5).map((n) => n === 0),
  days: fc.oneof({ weight: 6, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.constant(45) }),
  back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(6) }),
  variant: fc.nat(20),
});

const outcomes = [
  { outcome: 'disclosed_provided' },
  { outcome: 'unavailable_nonexistent' },
  { outcome: 'refused_third_party', reasons: '损害第三方的合法权益' },
  {
    outcome: 'partially_disclosed',
    reasons: '部分属于过程性信息',
    withheld: [{ what: '草稿', exemption: 'deliberative', reason: '过程稿' }],
  },
  { outcome: 'not_processed_excessive' },
  { outcome: 'unavailable_still_unclear' },
];

/** What somebody would give to a step as things stand; sometimes what doesn't fit. */
export const inputFor = (step: TakenStep, facts: Facts, { variant, back }: Act, now: Date): object => {
  const open = facts.consultations.filter(({ answer, closedOn }) => !answer && !closedOn);
  const waiting = open.filter(({ deliveredOn }) => !deliveredOn);
  const consultationId =
    (step === 'record_consultation_delivery' ? waiting : open)[0]?.id ??
    '01900000-0000-7000-8000-000000000000';
  const ago = new Date(now.getTime() - back * 86_400_000);
  const inputs: Partial<Record<TakenStep, object>> = {
    ask_for_correction: { workingDays: 1 + (variant % 10), matter: '不明确' },
    record_notice_received: { notice: facts.state === 'awaiting_correction' ? 'correction' : 'fee' },
    receive_correction: { description: '写明了项目的名称' },
    record_search: { where: '档案室', how: '按名称', found: '没有' },
    consult: {
      party: (['third_party', 'other_organ', 'joint_maker'] as const)[variant % 3],
      name: '甲公司',
      matter: '是否同意',
    },
    record_consultation_delivery: { consultationId },
    record_opinion: { consultationId, answer: 'objects', opinion: '不同意' },
    close_consultation: { consultationId, reason: '无法送达' },
    propose_extension: { workingDays: 1 + variant, reason: '检索量大' },
    issue_fee_notice: { scheme: 'page', quantity: 100, reason: '数量明显超过合理范围' },
    ask_for_reasons: { matter: '请说明申请数量的理由' },
    record_reasons: { reasons: '用于研究' },
    set_delay: {
      until: todayOf(new Date(now.getTime() + (20 + 5 * variant) * 86_400_000)),
      reason: '数量多',
    },
    draft_decision: { ...outcomes[variant % outcomes.length], reply: '答复' },
    review_secrecy: {
      conclusion: (['may_disclose', 'may_disclose', 'after_deletion'] as const)[variant % 3],
      basis: '不涉密',
    },
    deliver: { way: 'post', proof: 'XA1' },
    rate_service: { score: 1 + (variant % 5) },
    answer_on_the_spot: {
      outcome: variant % 4 === 0 ? 'disclosed_provided' : 'disclosed_public_already',
      reply: '已在网站公开',
      proof: '申请人签收',
    },
    send_letter: { template: sentLetters[variant % sentLetters.length], matter: '请予协助' },
    record_service: { proof: 'XA1' },
  };
  return { reason: '理由', ...inputs[step], ...(back > 0 && { on: todayOf(ago) }) };
};
