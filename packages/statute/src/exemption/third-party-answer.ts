import type { Citation } from '../citation/cite.ts';

/** What a third party answered, or did not (条例第三十二条). */
export const thirdPartyAnswers = [
  'notAsked',
  'waiting',
  'consents',
  'objectsWithReason',
  'objects',
  'silent',
] as const;

export type ThirdPartyAnswer = (typeof thirdPartyAnswers)[number];

export const thirdPartyAnswerNames: Readonly<Record<ThirdPartyAnswer, string>> = {
  notAsked: '尚未征求意见',
  waiting: '已征求意见，在期限内等待答复',
  consents: '同意公开',
  objectsWithReason: '不同意公开，且有合理理由',
  objects: '不同意公开，没有合理理由',
  silent: '逾期未提出意见',
};

/**
 * What the law makes of a third party's answer:
 *
 * - `ask`, `wait`: nothing can be decided yet
 * - `disclose`: this ground no longer stands in the way
 * - `withhold`: this ground bars disclosure
 * - `agencyDecides`: the agency weighs by itself; silence is not consent
 */
export type ThirdPartyEffect = 'ask' | 'wait' | 'disclose' | 'withhold' | 'agencyDecides';

const regulation32: Citation = { instrument: 'regulation', article: 32 };

/** Consent and the public interest open; a reasoned objection closes; silence leaves it to the agency. */
export const effectOfAnswer = (
  answer: ThirdPartyAnswer,
  publicInterest: boolean,
): { readonly effect: ThirdPartyEffect; readonly basis: Citation } => {
  if (answer === 'notAsked') return { effect: 'ask', basis: regulation32 };
  if (answer === 'waiting') return { effect: 'wait', basis: regulation32 };
  // 条例第十五条：第三方同意公开或者行政机关认为不公开会对公共利益造成重大影响的，予以公开。
  if (answer === 'consents') return { effect: 'disclose', basis: { instrument: 'regulation', article: 15 } };
  if (publicInterest) return { effect: 'disclose', basis: regulation32 };
  return { effect: answer === 'objectsWithReason' ? 'withhold' : 'agencyDecides', basis: regulation32 };
};
