import type { SentLetter } from '@gongkai/contract';
import { getOutcome } from '@gongkai/statute';
import type { Situation, StepTable } from './step-definition.ts';

const decided = ['approved', 'signed', 'delivered'] as const;

/** Why a letter has no ground as things stand. */
const groundless: Readonly<Record<SentLetter, (situation: Situation) => string | null>> = {
  consultation_notice: ({ facts }) =>
    facts.consultations.length > 0 ? null : '还没有征求意见，没有可以告知申请人的',
  // 条例第三十二条: 行政机关决定公开的，应当将决定公开的政府信息内容和理由书面告知第三方
  third_party_notice: ({ facts: { consultations, decision, state } }) => {
    if (!consultations.some(({ party }) => party === 'third_party')) return '没有征求过第三方的意见';
    const group = decision && getOutcome(decision.outcome).group;
    const isDecided = (decided as readonly string[]).includes(state);
    return isDecided && (group === 'disclosed' || group === 'partial')
      ? null
      : '还没有批准公开的决定，不能告知第三方';
  },
  assistance_letter: () => null,
  transfer_letter: () => null,
  'reply.withdrawn': () => null,
};

/** Letters that go out beside the steps, and move nothing. */
export const stepsOfLetter: Pick<StepTable, 'send_letter'> = {
  send_letter: {
    title: '发出函件',
    action: 'request.handle',
    from: ['handling', 'awaiting_correction', 'awaiting_payment', ...decided, 'withdrawn'],
    to: null,
    article: '条例第三十二条、第三十三条第三款、第三十四条',
    event: 'request_letter_sent',
    consequence: '函件存入案卷，答复期限不变。',
    check: ({ template, consultationId }, situation) => {
      const { consultations, state } = situation.facts;
      if ((template === 'reply.withdrawn') !== (state === 'withdrawn'))
        return state === 'withdrawn' ? '申请已经撤回，只能告知申请人终止办理' : '申请没有撤回';
      if (consultationId !== null && !consultations.some(({ id }) => id === consultationId))
        return '没有这次征求意见';
      return groundless[template](situation);
    },
  },
};
