import { markOwnName, type Reporter } from './agency.ts';
import type { Claim, Count, Scope } from './claim.ts';
import { fold } from './fold.ts';
import { frameOf } from './frame.ts';
import { listsOf } from './lists.ts';
import { periodOf, withCarried } from './period-and-scope.ts';
import type { TalkTopic } from './quantity.ts';
import { readEach } from './read-each.ts';
import { readNone, readZero } from './read-none.ts';
import { readNumber } from './read-number.ts';
import { aboutReviews, absorb, type Reading, type State } from './reading.ts';
import type { Sentence } from './sentences.ts';
import { type MarkToken, type Token, tokenise } from './tokenise.ts';
import type { WordKind } from './word-kinds.ts';

/** What one sentence leaves behind for the next of its paragraph. */
export interface Context {
  readonly topic: TalkTopic;
  readonly disclosure: boolean;
  readonly explicit: boolean;
  /** 全市收到500件。其中…: what is said of others goes on until somebody else is named. */
  readonly scope: Scope;
  /** 收到100件。其中…: the count that the next sentence may list the parts of. */
  readonly whole: Count | null;
}

export const startContext = ({ heading }: Sentence): Context => ({
  topic: heading === 'request' ? 'request' : null,
  disclosure: heading === 'request' || aboutReviews(heading),
  explicit: aboutReviews(heading),
  scope: 'unstated',
  whole: null,
});

interface Outer {
  readonly state: State;
  readonly segment: readonly Token[];
}

const beforeColon: ReadonlySet<WordKind> = new Set<WordKind>([
  'request',
  'review',
  'path',
  'row',
  'result',
  'applicant',
  'channel',
  'carriedIn',
  'carriedOut',
  'count',
  'among',
  'decision',
  'document',
  'documentAct',
  'act',
]);

/** The words of a clause behind its last number, or of one without any. */
const closeSegment = (reading: Reading): void => {
  if (reading.segment.length === 0) return;
  const frame = absorb(reading, frameOf(reading.segment));
  reading.state.aside ||= frame.heads.some(({ is }) => is === 'row' || is === 'applicant' || is === 'result');
  readEach(reading, frame);
};

/**
 * 维持3件，驳回1件: what was dismissed is upheld, too, or has another result. Beside such words 维持 is no more
 * than a part of its column.
 */
const weaken = ({ claims, tokens }: Reading): void => {
  const columns = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'word' || token.is !== 'ruling') continue;
    for (const column of token.value ? [token.value] : ['upheld', 'other']) columns.add(column);
  }
  if (columns.size === 0) return;
  claims.forEach((claim, at) => {
    if (claim.kind !== 'count' || claim.bound !== 'exact' || claim.negated || claim.quantity === null) return;
    const column = claim.quantity.slice(claim.quantity.lastIndexOf('.') + 1);
    if (columns.has(column) && claim.quantity.includes('.')) claims[at] = { ...claim, bound: 'some' };
  });
};

/** 收到12件，其中办结11件，结转1件: with what is left named beside it, 办结 inside 其中 is all that was concluded. */
const strengthen = ({ claims }: Reading): void => {
  if (!claims.some((claim) => claim.kind === 'count' && claim.quantity === 'carriedOut' && !claim.ofAll))
    return;
  claims.forEach((claim, at) => {
    if (claim.kind === 'count' && claim.quantity === 'concluded' && claim.bound === 'some')
      claims[at] = { ...claim, bound: 'exact' };
  });
};

/** 收到5件（含上年结转3件）: the 5 are not the new ones alone. */
const markIncluded = ({ claims, sentence: { text } }: Reading, outside: State, inside: State): void => {
  const whole = outside.count;
  const carried = inside.count;
  if (whole === null || carried === null || carried === whole) return;
  if (whole.quantity === 'disclosed' && carried.quantity === 'partial') {
    // 予以公开7件（含部分公开2件）: both kinds in one, as before 2019.
    const outer = claims.indexOf(whole);
    if (outer >= 0) claims[outer] = { ...whole, quantity: 'agreed', certain: false };
    return;
  }
  if (carried.quantity !== 'carriedIn') return;
  if (/[不未]包?[含括]/.test(text.slice(whole.quote.mark[1], carried.quote.mark[0]))) return;
  if (whole.quantity === 'concluded' && !whole.acts.includes('handle')) {
    // 答复5件（含上年结转3件）: of last year's pending ones others may still be open.
    const inner = claims.indexOf(carried);
    if (inner >= 0) claims[inner] = { ...carried, bound: 'some' };
    return;
  }
  const at = claims.indexOf(whole);
  if (at < 0) return;
  const marked = { ...whole, includesCarriedIn: true };
  claims[at] = marked;
  outside.count = marked;
  if (outside.main === whole) outside.main = marked;
  if (outside.whole === whole) outside.whole = marked;
};

/** ，；：（） end a clause, each in its way; 、 ends one only behind a number. */
const readMark = (reading: Reading, token: MarkToken, outer: Outer[]): void => {
  const { segment } = reading;
  if (token.mark === '、') {
    if (reading.numbersInClause === 0 || segment.length > 0) segment.push(token);
    return;
  }
  if (token.mark === '：') {
    // 新收申请数量：5件 goes on; 情况如下： does not.
    const last = segment.at(-1);
    if (last?.kind === 'word' && beforeColon.has(last.is)) return;
  }
  closeSegment(reading);
  reading.segment = [];
  if (token.mark === '：') return;
  if (token.mark === '（') {
    outer.push({ state: reading.state, segment });
    reading.state = { ...reading.state };
    reading.numbersInClause = 0;
    return;
  }
  if (token.mark === '）') {
    const around = outer.pop();
    if (around === undefined) return;
    markIncluded(reading, around.state, reading.state);
    reading.state = around.state;
    // 申请（含上年结转）共35件: the clause goes on, and what the bracket says belongs to it.
    reading.segment = [...around.segment, ...(reading.numbersInClause === 0 ? segment : [])];
    return;
  }
  reading.numbersInClause = 0;
  reading.state.caused = false;
  if (token.mark === '；') reading.state.among = false;
};

const readToken = (reading: Reading, index: number, outer: Outer[]): number => {
  const token = reading.tokens[index] as Token;
  const { segment } = reading;
  if (token.kind === 'mark') readMark(reading, token, outer);
  else if (token.kind === 'date') {
    // 较2023年增加: the year that is compared with is not the year spoken of.
    const last = segment.at(-1);
    const compared = last?.kind === 'word' && last.is === 'compare';
    if (!compared) reading.state.period = periodOf(token, reading.reporter);
  } else if (token.kind === 'number') {
    const last = readNumber(reading, index);
    reading.segment = [];
    return last;
  } else {
    if (token.kind === 'word' && token.is === 'zero') readZero(reading, token);
    segment.push(token);
  }
  return index;
};

const isNone = (token: Token): boolean =>
  token.kind === 'word' && (token.is === 'none' || token.is === 'noneToo');

/** Reads one sentence into claims; sums, shares and changes refer to the counts beside them. */
export const readSentence = (
  sentence: Sentence,
  context: Context,
  reporter: Reporter,
): { readonly claims: readonly Claim[]; readonly context: Context } => {
  const folded = fold(sentence.text);
  const tokens = withCarried(tokenise(markOwnName(folded.text, reporter)), reporter);
  const [opening] = tokens;
  const parted = opening?.kind === 'word' && opening.is === 'among' ? context.whole : null;
  const reading: Reading = {
    sentence,
    folded,
    tokens,
    reporter,
    claims: [],
    lists: new Map(),
    state: {
      ...context,
      path: null,
      document: null,
      documentAct: null,
      period: 'this',
      among: false,
      cumulative: false,
      caused: false,
      count: null,
      aside: false,
      countWords: '',
      before: null,
      lastYears: null,
      main: parted,
      whole: null,
    },
    segment: [],
    numbersInClause: 0,
    vetoed: false,
  };
  const outer: Outer[] = [];
  let denied = 0;
  let negations = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    // Each looks at the rest of its clause; no sentence denies twenty things.
    if (isNone(token) && negations++ < 20) denied = Math.max(denied, readNone(reading, index));
    // The 一件 in 未收到一件申请 is no figure.
    if (token.kind === 'number' && index < denied) continue;
    index = readToken(reading, index, outer);
  }
  closeSegment(reading);
  weaken(reading);
  strengthen(reading);
  const plain = [...reading.lists]
    .filter(([, { mixed }]) => !mixed)
    .map(([whole, list]) => ({ whole, ...list }));
  const { topic, disclosure, explicit, scope, among, main } = reading.state;
  return {
    claims: [...reading.claims, ...listsOf(reading.claims, plain, parted)],
    context: {
      topic,
      disclosure,
      explicit,
      scope: scope === 'own' ? 'unstated' : scope,
      whole: among ? null : main,
    },
  };
};
