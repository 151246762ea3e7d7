import type { Act } from './claim.ts';
import type { GapToken, Token, WordToken } from './tokenise.ts';
import type { WordKind } from './word-kinds.ts';

/**
 * What the words around one number say, slot by slot. The words that can be counted (`heads`) are kept
 * in their order as well, for 分别 and for coordinations.
 */
export interface Frame {
  readonly acts: readonly Act[];
  readonly heads: readonly WordToken[];
  readonly has: ReadonlySet<WordKind>;
  /** Text not understood, other than the subject. */
  readonly gap: boolean;
  /** Text not understood before the first word that is: who does it. */
  readonly subject: GapToken | null;
  readonly words: readonly WordToken[];
}

const headKinds: ReadonlySet<WordKind> = new Set<WordKind>([
  'request',
  'bare',
  'review',
  'path',
  'row',
  'oldRow',
  'result',
  'ruling',
  'applicant',
  'channel',
  'carriedIn',
  'carriedOut',
  'pending',
  'fee',
  'anyFee',
  'document',
  'decisionOn',
  'charges',
  'procurement',
]);

/** Kinds after which a gap can no longer be the subject of the clause. */
const predicateKinds: ReadonlySet<WordKind> = new Set<WordKind>([
  ...headKinds,
  'act',
  'documentAct',
  'decision',
  'proactive',
  'none',
  'noneToo',
  'among',
  'share',
  'compare',
  'direction',
]);

/**
 * 因政府信息公开申请行政复议: here 申请 belongs to 行政复议, and no request is counted. A request that is
 * joined to the review by 和 or 、 stays a head of its own.
 */
const isQualifier = (words: readonly WordToken[], index: number): boolean => {
  if (words[index]?.is !== 'request') return false;
  for (let next = index + 1; next < words.length; next++) {
    const { is } = words[next] as WordToken;
    if (is === 'and') return false;
    if (is === 'review') return true;
    if (is === 'path') return true;
  }
  return false;
};

export const frameOf = (tokens: readonly Token[]): Frame => {
  const words: WordToken[] = [];
  let gap = false;
  let subject: GapToken | null = null;
  let predicate = false;
  for (const token of tokens) {
    if (token.kind === 'word') {
      words.push(token);
      predicate ||= predicateKinds.has(token.is);
    } else if (token.kind === 'mark' && token.mark === '、') {
      words.push({ kind: 'word', is: 'and', value: undefined, start: token.start, end: token.end });
    } else if (token.kind === 'gap') {
      if (!predicate && subject === null) subject = token;
      else gap = true;
    }
  }
  const has = new Set<WordKind>();
  const heads: WordToken[] = [];
  const acts: Act[] = [];
  words.forEach((word, index) => {
    if (isQualifier(words, index)) {
      has.add('disclosure');
      return;
    }
    has.add(word.is);
    if (word.is === 'act') acts.push(word.value as Act);
    if (headKinds.has(word.is)) heads.push(word);
  });
  return { acts, heads, has, gap, subject, words };
};

export const valuesOf = (frame: Frame, kind: WordKind): readonly string[] =>
  frame.heads.filter((head) => head.is === kind).map((head) => head.value ?? '');
