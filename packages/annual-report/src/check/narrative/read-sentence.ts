import { markOwnName, type Reporter, subjectKind } from './agency.ts';
import type { Bound, Claim, Count, Period, Scope } from './claim.ts';
import { fold } from './fold.ts';
import { type Frame, frameOf, valuesOf } from './frame.ts';
import { listsOf, type PlainList } from './lists.ts';
import { type Named, onlyHead, quantityOf, type TalkTopic } from './quantity.ts';
import { type Figure, figureClaim } from './read-figure.ts';
import type { Sentence } from './sentences.ts';
import { type DateToken, type NumberToken, type Token, tokenise, type WordToken } from './tokenise.ts';

/** What one sentence leaves behind for the next of its paragraph. */
export interface Context {
  readonly topic: TalkTopic;
  readonly disclosure: boolean;
  /** 全市收到500件。其中…: what is said of others goes on until somebody else is named. */
  readonly scope: Scope;
}

export const startContext = (sentence: Sentence): Context => ({
  topic: sentence.heading === 'request' ? 'request' : null,
  disclosure: sentence.heading === 'request' || sentence.heading === 'reviews',
  scope: 'unstated',
});

/** What changes while a sentence is read; a bracket opens a copy and closing it restores the outer one. */
interface State {
  topic: TalkTopic;
  path: string | null;
  disclosure: boolean;
  document: string | null;
  documentAct: string | null;
  scope: Scope;
  period: Period;
  among: boolean;
  cumulative: boolean;
  /** The latest count of this bracket level, which a following 同比, 占 or bracket speaks of. */
  count: Count | null;
  /** The latest count that can have parts: no 上年结转2件 between it and its 其中. */
  main: Count | null;
  /** The count before 其中. */
  whole: Count | null;
}

const isBreak = (token: Token): boolean =>
  token.kind === 'mark' && token.mark !== '、' && token.mark !== '：';

const isDigit = (char: string | undefined): boolean => char !== undefined && /[\d０-９.,]/.test(char);

const scopeOf = (value: string | undefined, reporter: Reporter): Scope => {
  if (value === 'place') return reporter.government ? 'own' : 'wide';
  if (value === 'wide') return reporter.government ? 'own' : 'wide';
  return value === 'part' ? 'part' : 'own';
};

const periodOf = (date: DateToken, reporter: Reporter): Period => {
  if (!date.whole) return 'other';
  if (date.year === null) return 'this';
  if (reporter.year === null) return 'other';
  if (date.year !== date.toYear) return 'other';
  if (date.year === reporter.year) return 'this';
  return date.year === reporter.year - 1 ? 'last' : 'other';
};

const approximate = (number: NumberToken, frame: Frame): Bound => {
  if (number.bound !== 'exact') return number.bound;
  const bound = frame.words.findLast((word) => word.is === 'bound' && word.end === number.start);
  return (bound?.value as Bound | undefined) ?? 'exact';
};

/** 结转至2025年 and 2023年结转 say in years what 结转下年 and 上年结转 say in words. */
const withCarried = (tokens: readonly Token[], { year }: Reporter): readonly Token[] => {
  if (year === null || !tokens.some((token) => token.kind === 'word' && token.is === 'carry')) return tokens;
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const joined = (is: 'carriedIn' | 'carriedOut'): WordToken => ({
      kind: 'word',
      is,
      value: undefined,
      start: last?.start ?? token.start,
      end: token.end,
    });
    if (
      token.kind === 'date' &&
      token.whole &&
      token.year === year + 1 &&
      last?.kind === 'word' &&
      last.is === 'carry'
    )
      merged[merged.length - 1] = joined('carriedOut');
    else if (
      token.kind === 'word' &&
      token.is === 'carry' &&
      last?.kind === 'date' &&
      last.whole &&
      last.year === year - 1
    )
      merged[merged.length - 1] = joined('carriedIn');
    else merged.push(token);
  }
  return merged;
};

/** Reads one sentence into claims; sums, shares and changes refer to the counts beside them. */
export const readSentence = (
  sentence: Sentence,
  context: Context,
  reporter: Reporter,
): { readonly claims: readonly Claim[]; readonly context: Context } => {
  const folded = fold(sentence.text);
  const tokens = withCarried(tokenise(markOwnName(folded.text, reporter)), reporter);
  const claims: Claim[] = [];
  let state: State = {
    ...context,
    path: null,
    document: null,
    documentAct: null,
    period: 'this',
    among: false,
    cumulative: false,
    count: null,
    main: null,
    whole: null,
  };
  const outer: { readonly state: State; readonly segment: readonly Token[] }[] = [];
  let segment: Token[] = [];
  const plain = new Map<Count, { parts: Count[]; closed: boolean; mixed: boolean }>();
  let numbersInClause = 0;
  let noneUntil = -1;
  let vetoed = false;

  const original = (start: number, end: number): readonly [number, number] => [
    folded.from[start] as number,
    (folded.from[end - 1] as number) + 1,
  ];
  const said = (start: number, end: number) => ({
    quote: { section: sentence.section, text: sentence.text, mark: original(start, end) },
    place: sentence.place,
  });
  /** 收到31|19件: the digits may be one number cut by the end of a line, or two. */
  const straddles = (token: NumberToken): boolean => {
    const [start, end] = original(token.start, token.end);
    return sentence.joints.some(
      (joint) =>
        joint >= start && joint <= end && isDigit(sentence.text[joint - 1]) && isDigit(sentence.text[joint]),
    );
  };

  /** Takes from the words of a clause what holds for the clauses after it too. */
  const absorb = (frame: Frame): Frame => {
    let read = frame;
    const compared = frame.has.has('compare');
    for (const word of frame.words) {
      if (word.is === 'scope') state.scope = scopeOf(word.value, reporter);
      if (word.is === 'period' && !compared) state.period = word.value as Period;
      if (word.is === 'cumulative') state.cumulative = true;
      if (word.is === 'among') {
        state.among = true;
        state.whole = state.main;
      }
    }
    if (frame.subject !== null) {
      const kind = subjectKind(frame.subject.text, reporter);
      if (kind === 'unknown') read = { ...frame, gap: true };
      else state.scope = kind === 'own' ? 'own' : 'part';
    }
    if (frame.has.has('foreign')) {
      state.topic = null;
      state.path = null;
    }
    const reviews = new Set(valuesOf(frame, 'review'));
    const path = valuesOf(frame, 'path').at(-1);
    if (frame.has.has('disclosure') || frame.has.has('request')) state.disclosure = true;
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
    if (frame.has.has('foreign') || frame.has.has('request') || reviews.size > 0 || read.gap)
      state.document = null;
    state.document = valuesOf(frame, 'document').at(-1) ?? state.document;
    const documentAct = frame.words.findLast((word) => word.is === 'documentAct')?.value;
    state.documentAct = documentAct ?? (numbersInClause > 0 ? state.documentAct : null);
    return read;
  };

  const talk = () => ({
    topic: state.topic,
    path: state.path,
    disclosure: state.disclosure,
    document: state.document,
    documentAct: state.documentAct,
    decidesReviews: reporter.decidesReviews,
    othersReviews:
      (reporter.reviewsOthers && sentence.heading !== 'reviews') ||
      (state.among && state.whole?.quantity === null),
  });

  const count = (
    named: Named,
    frame: Frame,
    value: string,
    at: { readonly start: number; readonly end: number },
    rest: { readonly bound: Bound; readonly unit: string; readonly negated: boolean },
  ): Count => {
    // 累计 without a year may run from the first year on.
    const period = state.cumulative && !explicitYear(tokens, reporter) ? 'other' : state.period;
    const made: Count = {
      kind: 'count',
      quantity: named.quantity,
      value,
      ...rest,
      scope: state.scope,
      period,
      acts: frame.acts,
      certain: named.certain,
      includesCarriedIn:
        frame.has.has('carriedIn') && frame.has.has('contains') && named.quantity !== 'carriedIn',
      ...said(at.start, at.end),
    };
    claims.push(made);
    return made;
  };

  /** 未收到…, 无…, …均无: zero in words, if every word of the clause is understood. */
  const readNone = (from: number): number => {
    const none = tokens[from] as WordToken;
    let to = from + 1;
    const stops = (token: Token): boolean =>
      isBreak(token) ||
      (token.kind === 'number' && !(token.value === '1' && folded.text[token.start] === '一'));
    while (to < tokens.length && !stops(tokens[to] as Token)) to++;
    if (tokens[to]?.kind === 'number') return from;
    const after = frameOf(tokens.slice(from, to));
    const before = frameOf(segment);
    const tail = after.heads.length > 0;
    const frame = tail ? after : before;
    if (!tail && none.is === 'none' && none.end < (tokens[to]?.start ?? folded.text.length)) return from;
    const subject = before.subject === null ? 'own' : subjectKind(before.subject.text, reporter);
    if (after.gap || after.subject !== null || before.gap || subject === 'unknown') return from;
    if (subject === 'part') state.scope = 'part';
    const words = new Set([...after.has, ...before.has]);
    for (const kind of [
      'foreign',
      'row',
      'result',
      'channel',
      'future',
      'rate',
      'among',
      'proactive',
      'decisionOn',
      'document',
      'compare',
    ] as const)
      if (words.has(kind)) return from;
    if (words.has('applicant') && !words.has('everyone') && words.has('request')) return from;
    for (const word of before.words) {
      if (word.is === 'scope') state.scope = scopeOf(word.value, reporter);
      if (word.is === 'period') state.period = word.value as Period;
    }
    const end = Math.max(none.end, frame.heads.at(-1)?.end ?? 0);
    const zero = { bound: 'exact', unit: '', negated: true } as const;
    const found = new Set<string>();
    const carried = frame.heads.filter((head) => head.is === 'carriedIn' || head.is === 'carriedOut');
    const spoken = {
      ...talk(),
      disclosure: state.disclosure || words.has('disclosure') || words.has('request'),
    };
    // 无结转至下年度的申请 says nothing of the requests that came in.
    if (carried.length > 0 && words.has('request')) spoken.topic = 'request';
    for (const head of carried.length > 0 ? carried : frame.heads) {
      const quantity = zeroQuantity(
        head,
        none.value === 'collect' || words.has('collect'),
        spoken,
        folded.text,
      );
      if (quantity === null || found.has(quantity)) continue;
      found.add(quantity);
      count(
        { quantity, certain: true },
        { ...frame, acts: [] },
        '0',
        { start: Math.min(none.start, head.start), end },
        zero,
      );
    }
    return to;
  };

  const takeNumber = (index: number): number => {
    const number = tokens[index] as NumberToken;
    const next = tokens.findIndex(
      (token, at) => at > index && (token.kind === 'number' || token.kind === 'mark'),
    );
    const stop = next < 0 ? tokens.length : next;
    const behind = tokens[stop]?.kind === 'number' ? [] : tokens.slice(index + 1, stop);
    const before = frameOf(segment);
    const behindFrame = frameOf(behind);
    let read = absorb(before);
    const directional = before.has.has('direction') || before.has.has('share') || before.has.has('compare');
    let used = index;
    // 受理3件政府信息公开申请, 另有103件顺延到下年度答复, 3件予以公开: what is counted stands behind.
    const open = !directional && behindFrame.heads.length + behindFrame.acts.length > 0;
    if (behind.length > 0 && !directional && number.unit !== '%') {
      const wanting = before.heads.length === 0;
      if (
        wanting &&
        (open || behindFrame.has.has('foreign') || behindFrame.gap || behindFrame.subject !== null)
      ) {
        const all = frameOf([
          ...segment.filter((token) => token.kind !== 'gap' || before.subject === token),
          ...behind,
        ]);
        const behindGap = behindFrame.gap || behindFrame.subject !== null;
        absorb({ ...behindFrame, subject: null });
        read = { ...all, gap: read.gap || behindGap, subject: null };
        used = stop - 1;
      } else if (
        !wanting &&
        (behindFrame.gap || behindFrame.subject !== null || behindFrame.has.has('foreign'))
      ) {
        // 收到申请5件涉及征地: the tail may narrow what is counted.
        read = { ...read, gap: true };
      }
    }
    // 公开行政许可决定1200条、行政处罚决定35条: the word not understood goes for the whole list.
    if (numbersInClause > 0 && vetoed && read.acts.length === 0) read = { ...read, gap: true };
    vetoed = read.gap || read.has.has('foreign');
    numbersInClause++;
    const list = behindFrame === undefined ? null : enumeration(tokens, index, read);
    if (list !== null) {
      for (const { token, head } of list.items) {
        if (token.value === null || straddles(token)) continue;
        const frame = onlyHead(read, head);
        const named = quantityOf(frame, list.unit, talk(), state.among);
        count(named, frame, token.value, token, { bound: token.bound, unit: list.unit, negated: false });
      }
      return list.last;
    }
    if (number.value === null || straddles(number)) {
      state.count = null;
      return used;
    }
    const bound = approximate(number, read);
    const figure: Figure = { number: { ...number, value: number.value }, bound, frame: read };
    const spokenOf = figureClaim(figure, state, claims, said(number.start, number.end));
    if (spokenOf !== 'count') {
      // 增加20件，增长20%: one change, said twice.
      const saidBefore = claims.at(-1);
      if (spokenOf?.kind === 'change' && saidBefore?.kind === 'change' && saidBefore.delta === spokenOf.delta)
        claims.pop();
      if (spokenOf !== null) claims.push(spokenOf);
      return used;
    }
    const unit = number.unit === '' ? unitOfList(tokens, index) : number.unit;
    const numbered = unit !== '' || number.value === '0' || read.has.has('count');
    if (!numbered) {
      state.count = null;
      return used;
    }
    // 较上年的100件, （上年100件）: last year's figure of what was just counted.
    const bare = read.heads.length === 0 && read.acts.length === 0 && !read.gap && !read.has.has('foreign');
    const lastYears =
      bare && state.count?.unit === unit && (state.period === 'last' || read.has.has('compare'));
    if (lastYears && state.count !== null) {
      const before = { ...state.count, value: number.value, bound, period: 'last' as const, negated: false };
      claims.push({ ...before, ...said(number.start, number.end) });
      return used;
    }
    const named = quantityOf(read, unit, talk(), state.among);
    const rest = { bound, unit, negated: false } as const;
    const reviews = read.heads.filter((head) => head.is === 'review' || head.is === 'path');
    // 行政复议、行政诉讼均为0件: each of them.
    if (
      reviews.length > 1 &&
      named.quantity === null &&
      !read.gap &&
      (number.value === '0' || read.has.has('each'))
    ) {
      for (const head of reviews) {
        const alone = onlyHead(read, head);
        count(quantityOf(alone, unit, talk(), state.among), alone, number.value, number, rest);
      }
      return used;
    }
    const made = count(named, read, number.value, number, rest);
    if (state.among && state.whole !== null) {
      const list = plain.get(state.whole) ?? { parts: [], closed: false, mixed: false };
      plain.set(state.whole, list);
      if (made.quantity !== null || made.unit !== state.whole.unit || made.period !== 'this')
        list.mixed = true;
      list.parts.push(made);
      list.closed ||= read.has.has('remainder');
    }
    if (made.quantity === null && !state.among) state.topic = null;
    if (made.period === 'last') return used;
    state.count = made;
    if (named.quantity !== 'carriedIn' && named.quantity !== 'carriedOut') state.main = made;
    return used;
  };

  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'mark') {
      if (token.mark === '（') {
        absorbSegment();
        outer.push({ state, segment });
        state = { ...state };
        segment = [];
        numbersInClause = 0;
      } else if (token.mark === '）') {
        absorbSegment();
        const inner = state;
        const around = outer.pop();
        if (around !== undefined) {
          state = around.state;
          markIncluded(state, inner);
          // 申请（含上年结转）共35件: the clause goes on, and what the bracket says belongs to it.
          segment = [...around.segment, ...(numbersInClause === 0 ? segment : [])];
        }
      } else if (token.mark === '、') {
        // Between words 、 joins; after a number it separates.
        if (numbersInClause > 0 && segment.length === 0) continue;
        segment.push(token);
      } else if (token.mark === '：') {
        // 新收申请数量：5件 goes on; 情况如下： does not.
        const last = segment.at(-1);
        if (last?.kind === 'word' && beforeColon.has(last.is)) continue;
        absorbSegment();
        segment = [];
      } else {
        absorbSegment();
        segment = [];
        numbersInClause = 0;
        if (token.mark === '；') state.among = false;
      }
      continue;
    }
    if (token.kind === 'date') {
      const compared = segment.at(-1);
      if (compared?.kind === 'word' && compared.is === 'compare') continue;
      state.period = periodOf(token, reporter);
      continue;
    }
    // The 一件 in 未收到一件申请 is no figure.
    if (token.kind === 'number' && index < noneUntil) continue;
    if (token.kind === 'number') {
      index = takeNumber(index);
      segment = [];
      continue;
    }
    if (token.kind === 'word') {
      if (token.is === 'none' || token.is === 'noneToo') noneUntil = Math.max(noneUntil, readNone(index));
      if (token.is === 'zero') {
        const frame = absorb(frameOf(segment));
        const heads = frame.heads.filter(
          (head) => head.is === 'request' || head.is === 'review' || head.is === 'path',
        );
        for (const head of heads) {
          const alone = onlyHead(frame, head);
          count(quantityOf(alone, '', talk(), state.among), alone, '0', token, {
            bound: 'exact',
            unit: '',
            negated: true,
          });
        }
      }
    }
    segment.push(token);
  }
  absorbSegment();
  const plainLists: PlainList[] = [...plain]
    .filter(([, { mixed }]) => !mixed)
    .map(([whole, { parts, closed }]) => ({ whole, parts, closed }));
  claims.push(...listsOf(claims, plainLists));
  const scope = state.scope === 'own' ? 'unstated' : state.scope;
  return { claims, context: { topic: state.topic, disclosure: state.disclosure, scope } };

  function absorbSegment(): void {
    if (segment.length > 0) absorb(frameOf(segment));
  }

  /** 收到5件（含上年结转3件）: the 5 are not the new ones alone. */
  function markIncluded(outside: State, inside: State): void {
    const whole = outside.count;
    if (whole === null || inside.count === whole || inside.count?.quantity !== 'carriedIn') return;
    const at = claims.indexOf(whole);
    if (at < 0) return;
    const marked = { ...whole, includesCarriedIn: true };
    claims[at] = marked;
    outside.count = marked;
    if (outside.whole === whole) outside.whole = marked;
  }
};

const explicitYear = (tokens: readonly Token[], reporter: Reporter): boolean =>
  tokens.some(
    (token) =>
      (token.kind === 'word' && token.is === 'period' && token.value === 'this') ||
      (token.kind === 'date' && periodOf(token, reporter) === 'this'),
  );

const zeroQuantity = (
  head: WordToken,
  collects: boolean,
  talk: { readonly topic: TalkTopic; readonly disclosure: boolean },
  text: string,
): string | null => {
  switch (head.is) {
    case 'request':
      return 'received';
    case 'bare':
      return talk.topic === 'request' ? 'received' : null;
    case 'review':
      return talk.disclosure ? (head.value ?? null) : null;
    case 'path':
      return talk.disclosure ? `litigation.${head.value}` : null;
    case 'carriedIn':
    case 'carriedOut':
      return talk.topic === 'request' || text.slice(head.start, head.end).endsWith('申请') ? head.is : null;
    case 'fee':
      return 'processingFee';
    case 'anyFee':
      return collects ? 'processingFee' : null;
    default:
      return null;
  }
};

/** 予以公开5、部分公开2件: the unit of the list stands once, at its end. */
const unitOfList = (tokens: readonly Token[], index: number): string => {
  for (let at = index + 1; at < tokens.length && at < index + 24; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'mark' && token.mark !== '、') return '';
    if (token.kind === 'number' && token.unit !== '') return token.unit;
  }
  return '';
};

interface Enumeration {
  readonly items: readonly { readonly token: NumberToken; readonly head: WordToken }[];
  readonly unit: string;
  readonly last: number;
}

const beforeColon: ReadonlySet<string> = new Set([
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

const enumerable = new Set(['row', 'result', 'applicant', 'channel', 'review', 'path']);

/** A、B、C分别为1、2、3件: as many figures as there are names, or nothing. */
const enumeration = (tokens: readonly Token[], index: number, frame: Frame): Enumeration | null => {
  if (!frame.has.has('respectively')) return null;
  const numbers: NumberToken[] = [];
  let last = index;
  for (let at = index; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'number') {
      numbers.push(token);
      last = at;
    } else if (
      !(token.kind === 'word' && token.is === 'and') &&
      !(token.kind === 'mark' && (token.mark === '、' || token.mark === '，'))
    )
      break;
  }
  const heads = frame.heads.filter((head) => enumerable.has(head.is));
  const unit = numbers.findLast((token) => token.unit !== '')?.unit ?? '';
  const fits = !frame.gap && heads.length === numbers.length && heads.length > 1 && unit !== '%';
  return {
    items: fits ? numbers.map((token, at) => ({ token, head: heads[at] as WordToken })) : [],
    unit,
    last,
  };
};
