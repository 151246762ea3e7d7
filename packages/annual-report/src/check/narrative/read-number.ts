import type { Bound, Count } from './claim.ts';
import { enumeration, unitOfList } from './enumeration.ts';
import { type Frame, frameOf } from './frame.ts';
import { periodOf } from './period-and-scope.ts';
import { onlyHead, quantityOf } from './quantity.ts';
import { readFullRate } from './read-each.ts';
import { figureClaim } from './read-figure.ts';
import { absorb, addCount, type Reading, said, straddles, talkOf } from './reading.ts';
import type { NumberToken, Token } from './tokenise.ts';
import type { WordKind } from './word-kinds.ts';

/** Text or things that the grammar does not know. */
const strange = (frame: Frame): boolean => frame.gap || frame.subject !== null || frame.has.has('foreign');

/** 收到5件涉及征地, 诉讼3件撤诉: the tail speaks of some of them, or of something else. */
const narrows = (tail: Frame): boolean => strange(tail) || tail.has.has('ruling');

interface Around {
  readonly frame: Frame;
  /** Index of the last token that belongs to the number. */
  readonly last: number;
}

/** The words before the number, and those behind it where they say what is counted. */
const wordsAround = (reading: Reading, index: number): Around => {
  const { tokens, segment } = reading;
  const number = tokens[index] as NumberToken;
  const next = tokens.findIndex(
    (token, at) => at > index && (token.kind === 'number' || token.kind === 'mark'),
  );
  const stop = next < 0 ? tokens.length : next;
  const before = frameOf(segment);
  const frame = absorb(reading, before);
  const relative = before.has.has('direction') || before.has.has('share') || before.has.has('compare');
  // Words between two numbers belong to the second.
  if (tokens[stop]?.kind === 'number' || stop === index + 1 || relative || number.unit === '%')
    return { frame, last: index };
  const tail = tokens.slice(index + 1, stop);
  const behind = frameOf(tail);
  if (before.heads.length > 0) {
    return { frame: narrows(behind) ? { ...frame, gap: true } : frame, last: index };
  }
  if (!strange(behind) && behind.heads.length + behind.acts.length === 0) return { frame, last: index };
  // 受理3件政府信息公开申请, 另有103件顺延到下年度答复, 3件予以公开.
  const all = frameOf([
    ...segment.filter((token) => token.kind !== 'gap' || before.subject === token),
    ...tail,
  ]);
  absorb(reading, { ...behind, subject: null });
  // 其中1件于2025年1月答复: not in the year of the report.
  const later = tail.some((token) => token.kind === 'date' && periodOf(token, reading.reporter) !== 'this');
  const gap = frame.gap || behind.gap || behind.subject !== null || later;
  return { frame: { ...all, gap, subject: null }, last: stop - 1 };
};

/** 余 and 多 are part of the number; 近, 约 and 超过 stand before it. */
const boundOf = (number: NumberToken, frame: Frame): Bound => {
  if (number.bound !== 'exact') return number.bound;
  const word = frame.words.findLast(({ is, end }) => is === 'bound' && end === number.start);
  return (word?.value as Bound | undefined) ?? 'exact';
};

/** 行政复议4件（维持3、未审结1）: right behind what it counts, a number has the unit of the whole. */
const unitOfWhole = ({ tokens, segment, state }: Reading, index: number): string => {
  const next = tokens[index + 1];
  const last = segment.at(-1);
  const named =
    last?.kind === 'word' && (last.is === 'row' || last.is === 'result' || last.is === 'applicant');
  return named && (next === undefined || next.kind === 'mark') ? (state.count?.unit ?? '') : '';
};

const addToList = ({ state, lists }: Reading, frame: Frame, made: Count): void => {
  if (!state.among || state.whole === null) return;
  const list = lists.get(state.whole) ?? { parts: [], closed: false, mixed: false, acting: false };
  // 收到33件，其中来信12件、来访21件，已办结30件: what was done with them is no third part.
  if (list.parts.length > 0 && !list.acting && frame.acts.length > 0) {
    state.among = false;
    return;
  }
  list.acting ||= frame.acts.length > 0;
  lists.set(state.whole, list);
  list.mixed ||= made.quantity !== null || made.unit !== state.whole.unit || made.period !== 'this';
  list.closed ||= frame.has.has('remainder');
  list.parts.push(made);
};

const timeless: ReadonlySet<WordKind> = new Set<WordKind>(['filler', 'period', 'compare', 'scope', 'bound']);

/** What the words of a clause name, known or not, without when, whose and how: 公开信息 of 全年共公开了信息. */
const thingSaid = ({ folded }: Reading, segment: readonly Token[]): string =>
  segment
    .filter((token) => token.kind === 'gap' || (token.kind === 'word' && !timeless.has(token.is)))
    .map(({ start, end }) => folded.text.slice(start, end))
    .join('');

/** 2024年公开信息310条，上年公开155条: the same thing of two years, though no table counts it. */
const isSame = (now: Count | null, words: string, last: Count, lastWords: string): boolean =>
  now !== null &&
  now.quantity === null &&
  now.period === 'this' &&
  now.unit === last.unit &&
  now.scope === last.scope &&
  lastWords !== '' &&
  (words === lastWords || words.startsWith(lastWords));

/** A number that is a count: what of, and what follows from it for the rest of the sentence. */
const readCount = (
  reading: Reading,
  number: NumberToken,
  value: string,
  frame: Frame,
  unit: string,
  spoken: readonly Token[],
): void => {
  const { state, claims } = reading;
  const figure = { value, bound: boundOf(number, frame), unit, negated: false } as const;
  const bare = frame.heads.length === 0 && frame.acts.length === 0 && !frame.gap && !frame.has.has('foreign');
  const lastYears = bare && (state.period === 'last' || frame.has.has('compare'));
  if (lastYears && state.count?.unit === unit) {
    // 较上年的100件, （上年100件）: last year's figure of what was just counted.
    const before: Count = { ...state.count, ...figure, period: 'last', ...said(reading, number) };
    // 同比增长25%（上年8件）: last year's figure behind the change.
    const change = claims.at(-1);
    if (change?.kind === 'change' && change.now === state.count && change.before === null)
      claims[claims.length - 1] = { ...change, before };
    claims.push(before);
    state.before = before;
    return;
  }
  const named = quantityOf(frame, unit, talkOf(reading), state.among);
  const reviews = frame.heads.filter((head) => head.is === 'review' || head.is === 'path');
  const each = reviews.length > 1 && (value === '0' || frame.has.has('each'));
  if (each && named.quantity === null && !frame.gap) {
    // 行政复议、行政诉讼均为0件: each of them.
    for (const head of reviews) {
      const alone = onlyHead(frame, head);
      addCount(reading, quantityOf(alone, unit, talkOf(reading), state.among), alone, number, figure);
    }
    return;
  }
  const made = addCount(reading, named, frame, number, figure);
  addToList(reading, frame, made);
  // 9人次提出政府信息公开申请: not counted by the tables, but the talk is of requests.
  const people = (unit === '人次' || unit === '人') && frame.has.has('request') && !frame.gap;
  if (made.quantity === null && !state.among && !people) state.topic = null;
  // Only what no table counts is told by its words.
  const words = made.quantity === null ? thingSaid(reading, spoken) : '';
  if (made.period === 'last') {
    state.lastYears = { count: made, words };
    if (made.quantity === null && isSame(state.count, state.countWords, made, words)) state.before = made;
    return;
  }
  state.count = made;
  state.aside = false;
  state.countWords = words;
  const earlier = state.lastYears;
  state.before =
    made.quantity === null && earlier !== null && isSame(made, words, earlier.count, earlier.words)
      ? earlier.count
      : null;
  if (named.quantity !== 'carriedIn' && named.quantity !== 'carriedOut') state.main = made;
};

/** Reads the number at `index` with the words around it; returns the index of the last token used. */
export const readNumber = (reading: Reading, index: number): number => {
  const { tokens, state, claims } = reading;
  const number = tokens[index] as NumberToken;
  const around = wordsAround(reading, index);
  // 超20个工作日答复0件, 超过法定期限办结2件: a limit of time, not of the number.
  const limit = around.frame.words.some(
    ({ is, value, end }) => is === 'bound' && value !== 'about' && end < number.start,
  );
  // 公开行政许可决定1200条、行政处罚决定35条: the word not understood goes for the whole list.
  const inherited = reading.numbersInClause > 0 && reading.vetoed && around.frame.acts.length === 0;
  const frame = inherited || limit ? { ...around.frame, gap: true } : around.frame;
  reading.vetoed = frame.gap || frame.has.has('foreign');
  reading.numbersInClause++;
  const list = enumeration(tokens, index, frame, reading.folded.text);
  if (list !== null) {
    for (const { token, head } of list.items) {
      if (token.value === null || straddles(reading, token)) continue;
      const alone = onlyHead(frame, head);
      const named = quantityOf(alone, list.unit, talkOf(reading), state.among);
      const { value, bound } = token;
      addCount(reading, named, alone, token, { value, bound, unit: list.unit, negated: false });
    }
    return list.last;
  }
  const { value } = number;
  if (value === null || straddles(reading, number)) {
    state.count = null;
    return around.last;
  }
  const figure = { number: { ...number, value }, bound: boundOf(number, frame), frame };
  readFullRate(reading, reading.segment, number);
  const claim = figureClaim(figure, state, claims, said(reading, number));
  if (claim !== 'count') {
    // 增加20件，增长20%: one change, said twice.
    const before = claims.at(-1);
    if (claim?.kind === 'change' && before?.kind === 'change' && before.delta === claim.delta) claims.pop();
    if (claim !== null) claims.push(claim);
    return around.last;
  }
  const unit = number.unit === '' ? unitOfList(tokens, index) || unitOfWhole(reading, index) : number.unit;
  const counted = frame.has.has('count') || frame.has.has('decision');
  if (unit === '' && value !== '0' && !counted) state.count = null;
  else readCount(reading, number, value, frame, unit, reading.segment);
  return around.last;
};
