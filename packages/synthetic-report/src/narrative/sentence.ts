import type { Decimal } from '../../../annual-report/src/decimal.ts';
import type { SectionId } from '../../../annual-report/src/report.ts';
import { inChinese } from './number-words.ts';

/** A quantity that the narrative states, and where: the planted truth of the text. */
export interface Fact {
  /** A cell id, several joined with `+`, or a name of its own such as `fee.collected`. */
  readonly quantity: string;
  readonly value: Decimal;
  readonly section: SectionId | 'preamble';
  /** The whole sentence, as printed. */
  readonly sentence: string;
  /** The figure's offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  /** Said with 余 or 近: need not equal the table. */
  readonly approximate: boolean;
}

export interface Said {
  readonly text: string;
  readonly facts: readonly Fact[];
}

export interface Slot {
  readonly quantity: string;
  readonly value: Decimal;
  /** How it is written; the value itself where absent. */
  readonly text?: string;
  readonly approximate?: boolean;
}

export type Slots = Readonly<Record<string, Slot>>;

/** A slot in Chinese numerals where `chinese` and the count allows it. */
export const count = (quantity: string, value: Decimal, chinese = false): Slot =>
  chinese && /^\d{1,5}$/.test(value)
    ? { quantity, value, text: inChinese(Number(value)) }
    : { quantity, value };

/** Fills `{name}` slots and notes where each figure stands. */
export const say = (section: SectionId | 'preamble', template: string, slots: Slots): Said => {
  let text = '';
  let at = 0;
  const found: { slot: Slot; start: number; end: number }[] = [];
  for (const match of template.matchAll(/\{(\w+)\}/g)) {
    const slot = slots[match[1]!];
    if (slot === undefined) throw new Error(`no slot ${match[1]} for ${template}`);
    text += template.slice(at, match.index);
    const start = text.length;
    text += slot.text ?? slot.value;
    found.push({ slot, start, end: text.length });
    at = match.index + match[0].length;
  }
  text += template.slice(at);
  const facts = found.map(
    ({ slot, start, end }): Fact => ({
      quantity: slot.quantity,
      value: slot.value,
      section,
      sentence: text,
      start,
      end,
      approximate: slot.approximate ?? false,
    }),
  );
  return { text, facts };
};
