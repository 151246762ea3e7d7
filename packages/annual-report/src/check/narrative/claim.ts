import type { Decimal } from '../../decimal.ts';
import type { Place } from '../../place.ts';
import type { Quote } from '../rule.ts';

/**
 * What a sentence counts. Requests and outcomes are named as the rows of table 三 (`received`, `refused`,
 * `refused.stateSecret`); `received@business` is one kind of applicant; `channel.network` one way in;
 * `reconsideration.upheld`, `litigation.direct.pending` as the rows and columns of table 四.
 */
export type Quantity = string;

/**
 * How the sentence puts it. The verb decides which rows of the table the figure may legitimately be:
 * 新收 can only be new requests, 办理 may be new ones, new and carried over, or concluded ones.
 */
export type Act = 'new' | 'receive' | 'accept' | 'handle' | 'conclude' | 'answer' | 'exist';

/** `part`: a body below or beside the one that reports; `wide`: 全市, 全系统; `unstated`: no word of it. */
export type Scope = 'own' | 'wide' | 'part' | 'unstated';

/** `last`: the year before; `other`: a quarter, several years, next year's target. */
export type Period = 'this' | 'last' | 'other';

/**
 * 3000余件 is at least 3000, 近3000件 at most; 约3000件 either. `some`: the words name a part of what the
 * table counts (撤销1件 of 结果纠正, 信息不存在2件 of 无法提供), so that the table may have any more.
 */
export type Bound = 'exact' | 'atLeast' | 'atMost' | 'about' | 'some';

interface Said {
  readonly quote: Quote;
  readonly place: Place | null;
}

/** A sentence says that something is so many. */
export interface Count extends Said {
  readonly kind: 'count';
  /** Null where the grammar does not know what is counted: good for sums and shares only. */
  readonly quantity: Quantity | null;
  readonly value: Decimal;
  readonly bound: Bound;
  readonly unit: string;
  readonly scope: Scope;
  readonly period: Period;
  readonly acts: readonly Act[];
  /** Said in words: 未收到, 均无, 没有. */
  readonly negated: boolean;
  /** False where the wording leaves room for another meaning (人次, 依申请公开5件). */
  readonly certain: boolean;
  /** Words that say that last year's pending requests are in the figure: 含上年结转3件. */
  readonly includesCarriedIn: boolean;
  /** Said by 均 or 全部 of the count before it: 均予以公开, 已全部办结. */
  readonly ofAll: boolean;
}

/** A whole and its parts: 其中…, 包括…, 分别为…. */
export interface Parts extends Said {
  readonly kind: 'parts';
  readonly whole: Count;
  readonly parts: readonly Count[];
  /** Nothing can be missing from the list, so that the sum must be the whole. */
  readonly complete: boolean;
  /** The parts are known to exclude each other (outcomes, kinds of applicant); else they may overlap. */
  readonly disjoint: boolean;
}

/** 占…的…%. */
export interface Share extends Said {
  readonly kind: 'share';
  readonly part: Count;
  /** Null where the sentence does not say of what. */
  readonly whole: Count | null;
  /** Earlier counts of the paragraph that might be meant instead. */
  readonly others: readonly Count[];
  /** Per cent as printed. */
  readonly percent: Decimal;
  readonly bound: Bound;
}

/** 较上年增加…件，增长…%. */
export interface Change extends Said {
  readonly kind: 'change';
  readonly now: Count;
  /** Last year's figure where the sentence states it. */
  readonly before: Count | null;
  readonly delta: { readonly value: Decimal; readonly bound: Bound } | null;
  /** Per cent as printed. */
  readonly percent: { readonly value: Decimal; readonly bound: Bound } | null;
  readonly direction: 1 | -1;
}

export type Claim = Count | Parts | Share | Change;
