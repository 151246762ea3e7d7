/**
 * What a slot (填空项) takes:
 *
 * - `text`: a few words, or several lines where the slot stands alone in its paragraph
 * - `date`: a civil date `YYYY-MM-DD`, printed 2026年3月16日
 * - `list`: several texts, each a numbered paragraph; stands alone in its paragraph
 * - `money`: yuan as an exact decimal, printed with capitals: 2740元（人民币贰仟柒佰肆拾元整）
 * - `article`: citations, printed as a letter cites them
 * - `remedy`: the paragraph on remedies, which the law gives and nobody types; stands alone
 */
export type SlotType = 'text' | 'date' | 'list' | 'money' | 'article' | 'remedy';

export const slotTypeNames: Readonly<Record<SlotType, string>> = {
  text: '文字',
  date: '日期',
  list: '清单',
  money: '金额',
  article: '法律依据',
  remedy: '救济途径',
};

/** A place in a template that a fact fills. */
export interface SlotRow {
  /** Stable; facts are stored under it. */
  readonly id: string;
  /** How templates and screens name it: {申请内容}. */
  readonly label: string;
  readonly type: SlotType;
  /** Why a document needs it; ends a sentence, for the person who has to fill it. */
  readonly why: string;
  /** What to write, for the person who writes it; empty where the label says it all. */
  readonly hint: string;
  /** The rule that wants it, short: 条例第三十六条第（四）项. `null` = practice. */
  readonly article: string | null;
  /** The only texts that it takes. */
  readonly options?: readonly string[];
}
