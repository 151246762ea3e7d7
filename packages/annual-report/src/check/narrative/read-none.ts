import { subjectKind } from './agency.ts';
import type { Period, Quantity } from './claim.ts';
import { frameOf } from './frame.ts';
import { scopeOf } from './period-and-scope.ts';
import { onlyHead, quantityOf, type TalkTopic } from './quantity.ts';
import { absorb, addCount, type Reading, talkOf } from './reading.ts';
import type { Token, WordToken } from './tokenise.ts';
import type { WordKind } from './word-kinds.ts';

const zero = { value: '0', bound: 'exact', unit: '', negated: true } as const;

const isBreak = (token: Token): boolean =>
  token.kind === 'mark' && token.mark !== '、' && token.mark !== '：';

/** Words beside which 没有 denies something narrower: 未收到网上申请, 没有被纠正的行政复议. */
const narrows: readonly WordKind[] = [
  'foreign',
  'ruling',
  'oldRow',
  'row',
  'result',
  'channel',
  'way',
  'future',
  'rate',
  'among',
  'proactive',
  'decisionOn',
  'document',
  'compare',
  'pending',
  'carry',
];

/** 没有, 无: a state, where 未收到 and 未发生 are events. */
const isState = /^(?:没有|[暂尚并]?无|不存在)$/;

interface Spoken {
  readonly topic: TalkTopic;
  readonly disclosure: boolean;
  /** The clause is about collecting money. */
  readonly collects: boolean;
  readonly text: string;
}

const deniedBy = (head: WordToken, { topic, disclosure, collects, text }: Spoken): Quantity | null => {
  switch (head.is) {
    case 'request':
      return 'received';
    case 'bare':
      return topic === 'request' ? 'received' : null;
    case 'review':
      return disclosure ? (head.value ?? null) : null;
    case 'path':
      return disclosure ? `litigation.${head.value}` : null;
    case 'carriedIn':
    case 'carriedOut':
      return topic === 'request' || text.slice(head.start, head.end).endsWith('申请') ? head.is : null;
    case 'fee':
      return 'processingFee';
    case 'anyFee':
      return collects ? 'processingFee' : null;
    default:
      return null;
  }
};

/**
 * 未收到…, 无…, …均无: zero in words, if every word of the clause is understood. `from` is the index of
 * the negation; returns the index of the first token behind what was read.
 */
export const readNone = (reading: Reading, from: number): number => {
  const { tokens, folded, state, reporter } = reading;
  const none = tokens[from] as WordToken;
  // 未收到一件申请 is a negation, 未收到申请5件 is none that we know.
  const stops = (token: Token): boolean =>
    isBreak(token) ||
    (token.kind === 'number' && !(token.value === '1' && folded.text[token.start] === '一'));
  const stop = tokens.findIndex((token, index) => index > from && stops(token));
  const to = stop < 0 ? tokens.length : stop;
  if (tokens[to]?.kind === 'number') return from;
  const after = frameOf(tokens.slice(from, to));
  const before = frameOf(reading.segment);
  const ahead = after.heads.length > 0;
  if (!ahead && none.is === 'none' && none.end < (tokens[to]?.start ?? folded.text.length)) return from;
  const subject = before.subject === null ? 'own' : subjectKind(before.subject.text, reporter);
  if (after.gap || after.subject !== null || before.gap || subject === 'unknown') return from;
  const words = new Set([...after.has, ...before.has]);
  if (narrows.some((kind) => words.has(kind))) return from;
  if (words.has('applicant') && !words.has('everyone') && words.has('request')) return from;
  if (subject === 'part') state.scope = 'part';
  for (const word of before.words) {
    if (word.is === 'scope') state.scope = scopeOf(word.value, reporter);
    if (word.is === 'period') state.period = word.value as Period;
  }
  const frame = ahead ? after : before;
  // 没有未答复的申请 denies the delay, not the requests.
  if (after.acts.some((act) => act === 'conclude' || act === 'answer' || act === 'handle')) return from;
  const fees = frame.heads.filter((head) => head.is === 'fee' || head.is === 'anyFee');
  const carried = frame.heads.filter((head) => head.is === 'carriedIn' || head.is === 'carriedOut');
  // 未因申请收取费用, 无结转至下年度的申请 say nothing of the requests that came in.
  const money = words.has('fee') || words.has('anyFee') || words.has('collect');
  const denied = money ? fees : carried.length > 0 ? carried : frame.heads;
  const spoken: Spoken = {
    topic: carried.length > 0 && words.has('request') ? 'request' : state.topic,
    disclosure: state.disclosure || words.has('disclosure') || words.has('request'),
    collects: none.value === 'collect' || words.has('collect'),
    text: folded.text,
  };
  const end = Math.max(none.end, frame.heads.at(-1)?.end ?? 0);
  const found = new Set<Quantity>();
  for (const head of denied) {
    const quantity = deniedBy(head, spoken);
    if (quantity === null || found.has(quantity)) continue;
    found.add(quantity);
    const span = { start: Math.min(none.start, head.start), end };
    // 没有依申请公开的信息 may speak of what there is to be asked for.
    const certain = !(head.value === 'weak' && isState.test(folded.text.slice(none.start, none.end)));
    addCount(reading, { quantity, certain }, { ...frame, acts: [] }, span, zero);
  }
  return to;
};

/** 申请为零, 行政复议、行政诉讼均为零. */
export const readZero = (reading: Reading, token: WordToken): void => {
  const frame = absorb(reading, frameOf(reading.segment));
  for (const head of frame.heads) {
    if (head.is !== 'request' && head.is !== 'review' && head.is !== 'path') continue;
    const alone = onlyHead(frame, head);
    const named = quantityOf(alone, '', talkOf(reading), reading.state.among);
    addCount(reading, named, alone, token, zero);
  }
};
