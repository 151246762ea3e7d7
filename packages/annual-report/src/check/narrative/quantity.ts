import type { Act, Bound, Quantity } from './claim.ts';
import { type Frame, valuesOf } from './frame.ts';
import type { WordToken } from './tokenise.ts';
import type { WordKind } from './word-kinds.ts';

/** What the talk is of where the clause itself does not say so. */
export type TalkTopic = 'request' | 'reconsideration' | 'litigation' | null;

export interface Talk {
  readonly topic: TalkTopic;
  /** The path (未经复议直接起诉, 复议后起诉) that results belong to. */
  readonly path: string | null;
  /** Reviews that are spoken of are about disclosure … */
  readonly disclosure: boolean;
  /** … because the text says so, not only a heading about requests. */
  readonly explicit: boolean;
  /** Document and verb of the clause before: 制发规范性文件8件，废止26件; 现行有效规章11件、规范性文件66件 (the verb holds inside a clause only). */
  readonly document: string | null;
  readonly documentAct: string | null;
  /** The heading or the sentence says that they are those caused by disclosure: 因政府信息公开被申请…. */
  readonly caused: boolean;
  /** The count before is a result of table 四: what it is a result of, for 其他1件. */
  readonly resultOf: string | null;
  /** The count before is of what was concluded. */
  readonly concluded: boolean;
  /** The count before is of 不予处理 or a kind of it. */
  readonly unprocessed: boolean;
  /** The body decides other people's reviews: 受理行政复议案件12件 is its trade. */
  readonly decidesReviews: boolean;
  /** Reviews of others are its trade, or the whole that this is a part of is not known. */
  readonly othersReviews: boolean;
}

export interface Named {
  readonly quantity: Quantity | null;
  readonly certain: boolean;
  /** `some` where the words name a part of the quantity only. */
  readonly bound?: Bound;
}

const unknown: Named = { quantity: null, certain: false };
const sure = (quantity: Quantity): Named => ({ quantity, certain: true });

const requestUnits = new Set(['件', '起', '宗', '份', '条', '例', '个', '项', '单', '']);
const looseNouns = new Set(['条', '个', '项', '单']);
// 人次 is left out: one person may ask for many things.
const looseUnits = new Set(['次', '件次', '份次', '笔']);

/** Anything that makes a count of requests one of some of them only. */
const narrows: readonly WordKind[] = [
  'foreign',
  'proactive',
  'decisionOn',
  'document',
  'rate',
  'charges',
  'procurement',
  'ruling',
];

/** 网站、信函等方式: every way in, so that none of them narrows the count. */
const allWays = (frame: Frame): boolean =>
  frame.has.has('open') || frame.words.some((word) => word.is === 'way' && word.end - word.start > 2);

const blocked = (frame: Frame): boolean =>
  (frame.has.has('way') && !frame.has.has('channel')) ||
  frame.gap ||
  frame.has.has('carry') ||
  frame.has.has('future') ||
  frame.has.has('rate') ||
  frame.has.has('foreign');

const last = (values: readonly string[]): string | undefined => values.at(-1);

const deciding: ReadonlySet<Act> = new Set<Act>(['accept', 'handle', 'conclude', 'answer']);

const reviewQuantity = (frame: Frame, talk: Talk): Named => {
  // 行政复议：上年结转1件，本年新增4件: table 四 has no such columns.
  if (frame.has.has('carriedIn') || frame.has.has('carriedOut')) return unknown;
  const reviews = valuesOf(frame, 'review');
  const path = last(valuesOf(frame, 'path'));
  const results = valuesOf(frame, 'result');
  const distinct = new Set(reviews);
  if (results.length > 1) return unknown;
  const result = results[0] === undefined ? '' : `.${results[0]}`;
  const disclosure = frame.has.has('disclosure') || frame.has.has('request') || talk.disclosure;
  if (!disclosure) return unknown;
  if (path !== undefined) return frame.has.has('ruling') ? unknown : sure(`litigation.${path}${result}`);
  if (distinct.size > 1) return unknown;
  const topic = reviews[0] ?? (talk.topic === 'request' ? null : talk.topic);
  if (topic === null || topic === undefined) return unknown;
  const passive = frame.has.has('passive');
  if (talk.othersReviews && reviews.length > 0 && !passive && !frame.acts.includes('exist')) return unknown;
  // 受理, 办理 and 审结 are what a body does that decides other people's reviews, unless it says 被.
  const decides = frame.acts.some((act) => deciding.has(act)) && !passive;
  const takes = talk.decidesReviews && frame.acts.includes('receive') && !passive;
  if (reviews.length > 0 && (decides || takes) && !(talk.caused && (takes || !talk.decidesReviews)))
    return unknown;
  const rulings = frame.words.filter(({ is }) => is === 'ruling');
  if (rulings.length > 0) {
    const [ruling] = rulings;
    if (rulings.length > 1 || !ruling?.value || results.length > 0) return unknown;
    const own = topic === 'litigation' && talk.path !== null ? `litigation.${talk.path}` : topic;
    return { quantity: `${own}.${ruling.value}`, certain: false, bound: 'some' };
  }
  if (result === '' && frame.acts.includes('conclude'))
    return { quantity: `${topic}.concluded`, certain: false };
  const under =
    topic === 'litigation' && reviews.length === 0 && talk.path !== null ? `litigation.${talk.path}` : topic;
  if (result === '' && reviews.length === 0) return unknown;
  return {
    quantity: `${under}${result}`,
    certain: talk.explicit && !decides && !frame.acts.some((act) => act === 'receive' || act === 'new'),
  };
};

/** 维持3件、纠正1件、其他1件: the other results, or those and what is pending, if that is not named. */
const otherResult = (frame: Frame, { resultOf }: Talk): Named | null =>
  resultOf !== null &&
  frame.heads.length + frame.acts.length === 0 &&
  frame.words.every(({ is, value }) => is === 'filler' || (is === 'remainder' && value === 'plain')) &&
  frame.has.has('remainder')
    ? { quantity: `${resultOf}.rest`, certain: false }
    : null;

const moneyQuantity = (frame: Frame): Named => {
  if (frame.has.has('fee')) return sure('processingFee');
  if (frame.has.has('charges')) return sure('charges.amount');
  if (frame.has.has('procurement')) return sure('procurement.amount');
  return unknown;
};

const documentQuantity = (frame: Frame, talk: Talk): Named => {
  const documents = new Set(valuesOf(frame, 'document'));
  const acts = new Set(frame.words.filter((word) => word.is === 'documentAct').map((word) => word.value));
  if (documents.size > 1 || acts.size > 1) return unknown;
  const document = [...documents][0] ?? talk.document;
  const act = [...acts][0] ?? talk.documentAct;
  return document && act ? sure(`documents.${document}.${act}`) : unknown;
};

const requestQuantity = (frame: Frame, talk: Talk, among: boolean): Named => {
  const nouns = frame.heads.filter((head) => head.is === 'request');
  const explicit = nouns.length > 0;
  const carries = frame.has.has('carriedIn') || frame.has.has('carriedOut');
  const inTalk = explicit || talk.topic === 'request' || (carries && frame.has.has('bare'));
  if (!inTalk || narrows.some((kind) => frame.has.has(kind))) return unknown;
  const rows = valuesOf(frame, 'row');
  const applicants = frame.has.has('everyone') ? [] : valuesOf(frame, 'applicant');
  const channels = allWays(frame) ? [] : valuesOf(frame, 'channel');
  // 收到（含上年结转3件）: the 3 are carried over; 收到含上年结转申请5件: the 5 are both.
  const carriedIn = frame.has.has('carriedIn') && !(frame.has.has('contains') && frame.acts.length > 0);
  const carriedOut = frame.has.has('carriedOut');
  if (carriedIn && carriedOut) return unknown;
  const old = frame.words.filter(({ is }) => is === 'oldRow');
  if (old.length > 0)
    return old.length === 1 && rows.length === 0 && applicants.length === 0 && !carriedIn && !carriedOut
      ? { quantity: old[0]?.value ?? null, certain: false, bound: 'some' }
      : unknown;
  if (
    applicants.length > 1 ||
    (applicants.length > 0 && (channels.length > 0 || rows.length > 0 || carriedIn || carriedOut))
  )
    return unknown;
  if (channels.length > 0)
    return channels.length > 1 || rows.length > 0 ? unknown : sure(`channel.${channels[0]}`);
  if (carriedIn) return rows.length > 0 ? unknown : sure('carriedIn');
  if (carriedOut) return rows.length > 0 ? unknown : sure('carriedOut');
  // 其中重复申请2件 may have been answered; only as a kind of 不予处理 is it a row.
  if (rows.includes('notProcessed.duplicate') && !rows.includes('notProcessed') && !talk.unprocessed)
    return unknown;
  if (rows.length > 0) return rowQuantity(rows);
  // 剩余5件已答复: done after all.
  const over = frame.acts.some((act) => act === 'conclude' || act === 'answer');
  if (frame.has.has('pending')) return over ? unknown : { quantity: 'carriedOut', certain: false };
  // 收到公民申请10件 may mean everybody's; in a list of kinds it is 自然人.
  if (applicants[0] === 'citizen') return among ? sure('received@naturalPerson') : unknown;
  if (applicants.length === 1) return sure(`received@${applicants[0]}`);
  if (frame.has.has('among') && frame.acts.length === 0) return unknown;
  const done = frame.acts.some((act) => act === 'conclude' || act === 'answer' || act === 'handle');
  const came = frame.acts.some((act) => act === 'new' || act === 'receive' || act === 'accept');
  // 其中按时办结10件 may be some of those concluded.
  if (done && !came)
    return among ? { quantity: 'concluded', certain: false, bound: 'some' } : sure('concluded');
  const named = explicit || frame.has.has('bare');
  // Inside 其中, 收到3件 may be some of them; 本年新收3件 cannot.
  const whole = !among || frame.acts.every((act) => act === 'new');
  if (came) return named || (whole && talk.topic === 'request') ? sure('received') : unknown;
  if (!named || among) return unknown;
  // 政府信息公开申请5件 is plain; 依申请公开5件 may be what was disclosed.
  const strong =
    nouns.some((noun) => noun.value !== 'weak') || (frame.has.has('bare') && frame.acts.length > 0);
  return strong ? sure('received') : { quantity: 'received', certain: false };
};

/** 不予公开…属于国家秘密: the group and its row are one thing, the row is the narrower. */
const rowQuantity = (rows: readonly string[]): Named => {
  const distinct = [...new Set(rows)];
  if (distinct.length === 1) return sure(distinct[0] as string);
  const [group, leaf] = distinct.sort();
  return distinct.length === 2 && leaf?.startsWith(`${group}.`) ? sure(leaf) : unknown;
};

/** 办结11件，结转1件: behind what was concluded, it can only be to the next year. */
const isPlainCarry = (frame: Frame): boolean =>
  frame.has.has('carry') &&
  !frame.gap &&
  frame.subject === null &&
  frame.words.every(
    ({ is, value }) => is === 'filler' || is === 'bare' || (is === 'carry' && value === 'plain'),
  );

/** Names what a number counts, or says that it cannot. `among`: the number stands in a list after 其中. */
export const quantityOf = (frame: Frame, unit: string, talk: Talk, among: boolean): Named => {
  if (talk.concluded && isPlainCarry(frame)) return { quantity: 'carriedOut', certain: false };
  if (blocked(frame)) return unknown;
  if (unit === '元') return moneyQuantity(frame);
  if (frame.has.has('decisionOn'))
    return frame.has.has('decision') &&
      !frame.has.has('ruling') &&
      new Set(valuesOf(frame, 'decisionOn')).size === 1
      ? sure(`decisions.${valuesOf(frame, 'decisionOn')[0]}`)
      : unknown;
  if (frame.has.has('document') || frame.has.has('documentAct')) return documentQuantity(frame, talk);
  if (frame.has.has('procurement')) return sure('procurement.items');
  if (frame.has.has('proactive') && frame.has.has('information'))
    return frame.heads.length > 0 || among ? unknown : { quantity: 'proactive', certain: false };
  const loose = looseUnits.has(unit);
  // 申请事项3项, 申请受理点2个: without a verb these units may count anything.
  if (looseNouns.has(unit) && frame.acts.length === 0 && frame.has.has('request')) return unknown;
  if (!loose && !requestUnits.has(unit)) return unknown;
  const settled = frame.acts.includes('conclude') && frame.heads.length === 0;
  const review =
    frame.has.has('review') ||
    frame.has.has('path') ||
    ((frame.has.has('result') || frame.has.has('ruling') || settled) && talk.topic !== 'request');
  const other = otherResult(frame, talk);
  if (other !== null) return other;
  const named = review ? reviewQuantity(frame, talk) : requestQuantity(frame, talk, among);
  return loose ? { ...named, certain: false } : named;
};

/** One head of a coordination (A、B均为0件; A、B分别为1件、2件) as a frame of its own. */
export const onlyHead = (frame: Frame, head: WordToken): Frame => ({
  ...frame,
  heads: [head],
  has: new Set(
    [...frame.has]
      .filter((kind) => kind !== 'everyone' && !frame.heads.some((other) => other.is === kind))
      .concat(head.is),
  ),
});
