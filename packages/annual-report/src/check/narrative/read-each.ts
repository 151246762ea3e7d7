import type { Act, Count } from './claim.ts';
import { type Frame, frameOf } from './frame.ts';
import { addCount, type Reading } from './reading.ts';
import type { NumberToken, Token } from './tokenise.ts';
import type { WordKind } from './word-kinds.ts';

/** Beside any other word 均 and 全部 may speak of some of them only, or of something else. */
const plain: ReadonlySet<WordKind> = new Set<WordKind>([
  'each',
  'filler',
  'act',
  'row',
  'applicant',
  'result',
  'path',
  'request',
  'bare',
  'disclosure',
]);

const done: ReadonlySet<Act> = new Set<Act>(['conclude', 'answer']);

/** What follows for the tables if a word is true of every case counted: 均予以公开, 均为自然人, 均维持. */
const followsFor = (all: Count, frame: Frame): string | null => {
  const heads = frame.heads.filter(({ is }) => is !== 'request' && is !== 'bare');
  const [head] = heads;
  const { quantity } = all;
  if (quantity === null || heads.length > 1) return null;
  if (head === undefined) {
    // 均已办结: nothing is left for the next year.
    const ends = frame.acts.length > 0 && frame.acts.every((act) => done.has(act));
    return ends && quantity === 'received' ? 'carriedOut' : null;
  }
  if (head.is === 'row')
    return quantity === 'received' || quantity === 'concluded' ? (head.value ?? null) : null;
  if (head.is === 'applicant' && head.value === 'citizen') return null;
  if (head.is === 'applicant') return quantity === 'received' ? `received@${head.value}` : null;
  if (head.is === 'path') return quantity === 'litigation' ? `litigation.${head.value}` : null;
  return /^(?:reconsideration|litigation(?:\.(?:direct|afterReconsideration))?)$/.test(quantity)
    ? `${quantity}.${head.value}`
    : null;
};

/** The count that 均 speaks of: the one before it, or before last year's pending ones. */
const spokenOf = ({ state }: Reading): Count | null => {
  const count = state.count?.quantity === 'carriedIn' ? state.main : state.count;
  const clear = count !== null && !state.among && !count.negated && count.bound === 'exact';
  return clear && count.certain && count.period === 'this' && count.value !== '0' && !count.ofAll
    ? count
    : null;
};

const imply = (reading: Reading, all: Count, quantity: string, frame: Frame, span: Span): void => {
  const left = quantity === 'carriedOut';
  const made = addCount(reading, { quantity, certain: !left }, frame, span, {
    value: left ? '0' : all.value,
    bound: 'exact',
    unit: all.unit,
    negated: left,
  });
  reading.claims[reading.claims.length - 1] = { ...made, scope: all.scope, ofAll: true };
};

interface Span {
  readonly start: number;
  readonly end: number;
}

/** 均予以公开, 均为结果维持, 已全部办结: a clause without a number that says something of every case before. */
export const readEach = (reading: Reading, frame: Frame): void => {
  const [first] = frame.words;
  const last = frame.words.at(-1);
  if (first === undefined || last === undefined || !frame.has.has('each')) return;
  if (frame.gap || frame.subject !== null || frame.words.some(({ is }) => !plain.has(is))) return;
  const all = spokenOf(reading);
  const quantity = all === null ? null : followsFor(all, frame);
  if (all !== null && quantity !== null)
    imply(reading, all, quantity, frame, { start: first.start, end: last.end });
};

/** 办结率100%: of those received, none is left. 按时办结率 says only that none was late. */
export const readFullRate = (reading: Reading, segment: readonly Token[], number: NumberToken): void => {
  if (number.value !== '100' || number.unit !== '%') return;
  const rate = segment.findLast((token) => token.kind === 'word' && token.is === 'rate');
  if (rate === undefined || !/^(?:办结|答复|办理)率$/.test(reading.folded.text.slice(rate.start, rate.end)))
    return;
  const frame = frameOf(segment);
  const all = spokenOf(reading);
  if (all?.quantity !== 'received' || frame.gap || frame.subject !== null || frame.has.has('foreign')) return;
  imply(reading, all, 'carriedOut', { ...frame, acts: ['answer'] }, { start: rate.start, end: number.end });
};
