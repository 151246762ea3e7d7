import type { Reporter } from './agency.ts';
import { subjectKind } from './agency.ts';
import type { Bound, Claim, Count, Period, Scope } from './claim.ts';
import type { Folded } from './fold.ts';
import { type Frame, valuesOf } from './frame.ts';
import { periodOf, scopeOf } from './period-and-scope.ts';
import type { Named, Talk, TalkTopic } from './quantity.ts';
import type { Sentence, Topic } from './sentences.ts';
import type { Token } from './tokenise.ts';

/** What changes while a sentence is read; a bracket opens a copy and closing it restores the outer one. */
export interface State {
  topic: TalkTopic;
  path: string | null;
  disclosure: boolean;
  explicit: boolean;
  document: string | null;
  documentAct: string | null;
  /** This clause says what gave rise to it: 因政府信息公开引发的…. */
  caused: boolean;
  scope: Scope;
  period: Period;
  among: boolean;
  cumulative: boolean;
  /** The latest count of this bracket level, which a following 同比, 占 or bracket speaks of. */
  count: Count | null;
  /** Since `count`, kinds or results were named without a number: 申请人多为自然人，占83%. */
  aside: boolean;
  /** The words in which `count` was said, without dates and 共, 了: 公开信息. */
  countWords: string;
  /** Last year's figure of `count`: 上年公开155条. */
  before: Count | null;
  /** The latest figure of last year, and its words. */
  lastYears: { readonly count: Count; readonly words: string } | null;
  /** The latest count that can have parts: no 上年结转2件 between it and its 其中. */
  main: Count | null;
  /** The count before 其中. */
  whole: Count | null;
}

/** A list behind 其中 whose parts are of no known kind. */
export interface OpenList {
  readonly parts: Count[];
  /** Ends with 其他…. */
  closed: boolean;
  /** Its parts say what was done: 其中办结5件、正在办理3件. */
  acting: boolean;
  /** Holds something that is no plain part. */
  mixed: boolean;
}

/** One sentence in the course of being read. Lives as long as the walk over its tokens. */
export interface Reading {
  readonly sentence: Sentence;
  readonly folded: Folded;
  readonly tokens: readonly Token[];
  readonly reporter: Reporter;
  readonly claims: Claim[];
  readonly lists: Map<Count, OpenList>;
  state: State;
  /** Tokens since the last number or mark. */
  segment: Token[];
  numbersInClause: number;
  /** A number of this clause stood beside words not understood. */
  vetoed: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const original = ({ folded }: Reading, { start, end }: Span): readonly [number, number] => [
  folded.from[start] as number,
  (folded.from[end - 1] as number) + 1,
];

/** The quotation for a span of the folded text. */
export const said = (reading: Reading, span: Span): Pick<Count, 'quote' | 'place'> => {
  const { section, text, place } = reading.sentence;
  return { quote: { section, text, mark: original(reading, span) }, place };
};

const isDigit = (char: string | undefined): boolean => char !== undefined && /[\d０-９.,]/.test(char);

/** 收到31|19件: the digits may be one number cut by the end of a line, or two. */
export const straddles = (reading: Reading, span: Span): boolean => {
  const [start, end] = original(reading, span);
  const { joints, text } = reading.sentence;
  return joints.some(
    (joint) => joint >= start && joint <= end && isDigit(text[joint - 1]) && isDigit(text[joint]),
  );
};

/** What is being talked of where the clause does not say it again. */
export const talkOf = ({ state, reporter, sentence }: Reading): Talk => ({
  topic: state.topic,
  path: state.path,
  disclosure: state.disclosure,
  explicit: state.explicit,
  document: state.document,
  documentAct: state.documentAct,
  caused: state.caused || sentence.heading === 'disputes',
  resultOf: /^(.+)\.(?:upheld|corrected|other|pending)$/.exec(state.count?.quantity ?? '')?.[1] ?? null,
  concluded: state.count?.quantity === 'concluded',
  unprocessed: state.count?.quantity?.startsWith('notProcessed') ?? false,
  decidesReviews: reporter.decidesReviews,
  othersReviews:
    (reporter.reviewsOthers && !aboutReviews(sentence.heading)) ||
    (state.among && state.whole?.quantity === null),
});

/** Headings over reviews, whatever they are about. */
export const aboutReviews = (heading: Topic): boolean => heading === 'reviews' || heading === 'disputes';

const cause = /因.{0,12}公开|公开.{0,8}(?:引发|引起|产生|导致)/;

const absorbTopic = (state: State, frame: Frame): void => {
  if (frame.words.some(({ is, value }) => is === 'foreign' && value !== 'aspect')) {
    state.topic = null;
    state.path = null;
  }
  if (frame.has.has('disclosure') || frame.has.has('request')) {
    state.disclosure = true;
    state.explicit = true;
  }
  const reviews = new Set(valuesOf(frame, 'review'));
  const path = valuesOf(frame, 'path').at(-1);
  if (path !== undefined) {
    state.topic = 'litigation';
    state.path = path;
  } else if (reviews.size > 0) {
    state.topic = reviews.size === 1 ? ([...reviews][0] as TalkTopic) : null;
    state.path = null;
  } else if (frame.has.has('request')) {
    state.topic = 'request';
    state.path = null;
  } else if (frame.has.has('decisionOn') || frame.has.has('document')) state.topic = null;
};

const absorbDocument = (reading: Reading, frame: Frame): void => {
  const { state } = reading;
  const elsewhere =
    frame.has.has('foreign') || frame.has.has('request') || frame.has.has('review') || frame.gap;
  state.document = valuesOf(frame, 'document').at(-1) ?? (elsewhere ? null : state.document);
  const act = frame.words.findLast((word) => word.is === 'documentAct')?.value;
  // 现行有效规章11件、规范性文件66件: one verb for the clause; the next needs its own.
  state.documentAct = act ?? (reading.numbersInClause > 0 ? state.documentAct : null);
};

/**
 * Takes from the words of a clause what holds for the clauses after it too. Returns the frame with the
 * subject judged: somebody known, or a gap.
 */
export const absorb = (reading: Reading, frame: Frame): Frame => {
  const { state, reporter } = reading;
  const compared = frame.has.has('compare');
  for (const word of frame.words) {
    if (word.is === 'scope') state.scope = scopeOf(word.value, reporter);
    if (word.is === 'passive' && word.value === 'own') state.scope = 'own';
    if (word.is === 'period' && !compared) state.period = word.value as Period;
    if (word.is === 'cumulative') state.cumulative = true;
    if (word.is === 'among') {
      state.among = true;
      state.whole = state.main;
    }
  }
  const [first] = frame.words;
  const last = frame.words.at(-1);
  if (
    first &&
    last &&
    frame.has.has('review') &&
    cause.test(reading.folded.text.slice(first.start, last.end))
  )
    state.caused = true;
  const subject = frame.subject === null ? null : subjectKind(frame.subject.text, reporter);
  if (subject === 'own' || subject === 'part') state.scope = subject;
  const read = subject === 'unknown' ? { ...frame, gap: true } : frame;
  absorbTopic(state, frame);
  absorbDocument(reading, read);
  return read;
};

const saysThisYear = ({ tokens, reporter }: Reading): boolean =>
  tokens.some(
    (token) =>
      (token.kind === 'word' && token.is === 'period' && token.value === 'this') ||
      (token.kind === 'date' && periodOf(token, reporter) === 'this'),
  );

/** Adds a count to the claims of the sentence. */
export const addCount = (
  reading: Reading,
  named: Named,
  frame: Frame,
  span: Span,
  figure: { readonly value: string; readonly bound: Bound; readonly unit: string; readonly negated: boolean },
): Count => {
  const { state } = reading;
  const carried = frame.has.has('carriedIn') && frame.has.has('contains') && named.quantity !== 'carriedIn';
  const made: Count = {
    kind: 'count',
    quantity: named.quantity,
    ...figure,
    bound: figure.bound === 'exact' ? (named.bound ?? 'exact') : figure.bound,
    scope: state.scope,
    // 累计 without a year may run from the first year on.
    period: state.cumulative && !saysThisYear(reading) ? 'other' : state.period,
    acts: frame.acts,
    certain: named.certain,
    includesCarriedIn: carried,
    ofAll: false,
    ...said(reading, span),
  };
  reading.claims.push(made);
  return made;
};
