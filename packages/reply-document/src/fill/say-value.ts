import {
  type Citation,
  citationsOn,
  cite,
  inChinese,
  isCivilDate,
  parseDocumentNumber,
} from '@gongkai/statute';
import { linesOf, oneLine } from '../printable.ts';
import type { Slot } from '../slot/slots.ts';
import { isMoney, moneyInCapitals } from './money-in-capitals.ts';

/**
 * How a fact reads in a document: the lines that it takes (one, where it stands within a sentence), nothing
 * where it is not given, or what is wrong with it.
 */
export type Said =
  | { readonly state: 'said'; readonly lines: readonly string[] }
  | { readonly state: 'absent' }
  | { readonly state: 'wrong'; readonly message: string };

const absent: Said = { state: 'absent' };
const wrong = (message: string): Said => ({ state: 'wrong', message });
const said = (...lines: readonly string[]): Said => ({ state: 'said', lines });

/** `date`: the day of the document, on which citations must be in force; `null` while it is unknown. */
export const sayValue = (slot: Slot, value: unknown, date: string | null): Said => {
  if (slot.type === 'article') return sayCitations(value as readonly Citation[] | undefined, date);
  if (slot.type === 'list') {
    const entries = ((value ?? []) as readonly string[]).map(oneLine).filter((entry) => entry !== '');
    return entries.length === 0 ? absent : said(...entries);
  }
  const text = typeof value === 'string' ? value : '';
  const plain = oneLine(text);
  if (plain === '') return absent;
  switch (slot.type) {
    case 'date':
      return isCivilDate(plain)
        ? said(inChinese(plain))
        : wrong(`“${slot.label}”的日期“${plain}”不存在或者写法不对，应当是 2026-03-16 这样。`);
    case 'money':
      return isMoney(plain)
        ? said(`${plain}元（人民币${moneyInCapitals(plain)}）`)
        : wrong(`“${slot.label}”的金额“${plain}”写法不对，应当是 2740 或者 2740.50 这样的数字，以元为单位。`);
    default:
      return sayText(slot, text, plain);
  }
};

const sayText = (slot: Slot, text: string, plain: string): Said => {
  if (slot.options !== undefined && !slot.options.includes(plain))
    return wrong(`“${slot.label}”只能是${slot.options.join('、')}之一，现在是“${plain}”。`);
  if (slot.id === 'documentNumber') {
    const number = parseDocumentNumber(plain);
    if (!number.ok) return wrong(number.reason);
  }
  return said(...linesOf(text));
};

const sayCitations = (value: readonly Citation[] | undefined, date: string | null): Said => {
  if (value === undefined || value.length === 0) return absent;
  const inForce = date === null ? value : citationsOn(value, date);
  return inForce.length === 0
    ? wrong(`所引的规定${cite(value)}在成文日期这一天没有施行，不能引用，请核对成文日期和法律依据。`)
    : said(cite(inForce));
};

/** A sentence goes on after the words of a fact, so their own full stop would stand twice. */
export const withoutEndMark = (text: string, next: string): string =>
  /^[。，；、：！？”’）]/.test(next) ? text.replace(/[。．.；;，,、：:\s]+$/u, '') || text : text;
