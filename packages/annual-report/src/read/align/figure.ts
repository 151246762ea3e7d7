import type { Decimal } from '../../decimal.ts';
import { negate, toDecimal } from '../../decimal.ts';

/**
 * What stands in a figure's place.
 *
 * - `number`: one number, perhaps with a unit and a remark beside it
 * - `mark`: words or strokes instead of a number (无 — \ 减)
 * - `digits`: digits that are no number as they stand, such as `0020` or `12 3`: several figures run together
 * - `damaged`: digits among other signs, of which no number can be read with certainty
 */
export type Figure =
  | { readonly kind: 'number'; readonly value: Decimal; readonly unit?: string; readonly remark?: string }
  | { readonly kind: 'mark' }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'damaged' };

const mark: Figure = { kind: 'mark' };
const damaged: Figure = { kind: 'damaged' };

/** 减57 in an 增/减 column: the word is the sign, but only the neighbouring figures can confirm it. */
export const signWords: readonly string[] = ['减少', '下降', '增加', '上升', '减', '增'];

const markWords: ReadonlySet<string> = new Set([
  ...['无', '暂无', '没有', '空', '空白', '不适用', '未统计', '无此项', '不涉及', '未发生', '无数据'],
  ...[
    '減',
    '减',
    '增',
    '增加',
    '减少',
    '持平',
    '不变',
    '無',
    'N/A',
    'n/a',
    'NA',
    '×',
    'x',
    'X',
    '*',
    '／',
    '~',
    '～',
  ],
]);
const strokes = /^[-\\/|_.·・－—–―─‐−﹣﹨＼／*×]{1,6}$/u;

const asciiOf = (text: string): string => {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xff10 && code <= 0xff19) out += String.fromCharCode(code - 0xfee0);
    else if (code === 0xff0c || code === 0x66c || code === 0xfe50) out += ',';
    else if (code === 0xff0e) out += '.';
    else if (code === 0xff0b) out += '+';
    else if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xff0d || code === 0xfe63)
      out += '-';
    // In a narrow column the unit or the remark stands on a line of its own.
    else if (
      code === 0x0a ||
      code === 0xa0 ||
      code === 0x3000 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x202f
    )
      out += ' ';
    else if (code === 0x200b || code === 0xfeff) continue;
    else out += text[at];
  }
  return out.trim();
};

const number = /^([+-]?) ?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d)/;
const units: Readonly<Record<string, string>> = {
  ...{ 元: '元', 圆: '元', 人民币: '元', 万元: '万元', 万: '万元', 亿元: '亿元', 亿: '亿元', 千元: '千元' },
  ...{
    件: '件',
    件次: '件',
    个: '个',
    项: '项',
    条: '条',
    起: '起',
    次: '次',
    宗: '宗',
    份: '份',
    例: '例',
    部: '部',
  },
  ...{ 萬元: '万元', 億元: '亿元', 個: '个', 項: '项', 條: '条' },
};
const unitPattern =
  /^ ?(人民币|万元|萬元|亿元|億元|千元|件次|[元圆万亿件个個项項条條起次宗份例部])(?![\d一-鿿])/u;
const bracketed = /^ ?[（(【[［〔]([^（(【[［〔）)】\]］〕]*)[）)】\]］〕]$/u;
/** Marks of a footnote: 3①, 12*, 5注1, and raised ones as the readers give them: 3¹, 3¹⁾, 3注², 3¹,². */
const footnote =
  /^ ?([①-⑳*＊※#†‡]{1,3}|[注註][\d①-⑳]{0,2}|(?:[注註][:：]?)?[⁰¹²³⁴-⁹₀-₉]{1,3}(?:[,，、][⁰¹²³⁴-⁹₀-₉]{1,3})*[)）.]?)$/u;
const clause = /^ ?[,，;；、 ]?\s*((?:其中|含|包括|包含).*)$/su;

/**
 * Reads a cell's text (already without surrounding white space, not empty). Never guesses: a number is
 * given only if the whole text is that number, its unit, and a remark set apart from it.
 *
 * @returns null where the text is words, which may be a label
 */
export const readFigure = (printed: string): Figure | null => {
  if (printed.length > 60) return null;
  const first = printed.charCodeAt(0);
  // Nearly all cells: a few plain digits.
  if (first >= 0x31 && first <= 0x39 && printed.length < 7 && /^\d+$/.test(printed))
    return { kind: 'number', value: printed };
  if (printed === '0') return { kind: 'number', value: '0' };
  if (markWords.has(printed) || strokes.test(printed)) return mark;
  const text = asciiOf(printed);
  if (!/\d/.test(text)) return null;
  const money = /^[￥¥]/.test(text);
  const body = money ? text.slice(1).trimStart() : text;
  const match = number.exec(body);
  if (match === null) return /^[\d\s+\-.,]+$/.test(body) ? runTogether(body) : null;
  return readAfter(body, match, money);
};

const runTogether = (body: string): Figure =>
  /^\d[\d ]*$/.test(body) ? { kind: 'digits', digits: body.replaceAll(' ', '') } : damaged;

const readAfter = (body: string, match: RegExpExecArray, money: boolean): Figure | null => {
  const [whole, sign = '', printedDigits = ''] = match;
  let rest = body.slice(whole.length);
  const digits = printedDigits.replaceAll(',', '');
  if (rest === '' && sign === '' && /^0\d/.test(digits)) return { kind: 'digits', digits };
  if (/^[\d\s+\-.,]+$/.test(rest)) return sign === '' ? runTogether(body) : damaged;
  const unit = unitPattern.exec(rest);
  if (unit) rest = rest.slice(unit[0].length);
  const remark =
    rest === '' ? '' : (bracketed.exec(rest)?.[1] ?? footnote.exec(rest)?.[1] ?? clause.exec(rest)?.[1]);
  if (remark === undefined) return null;
  if (/^0\d/.test(digits)) return damaged;
  const value = toDecimal(digits);
  if (value === null) return damaged;
  return {
    kind: 'number',
    value: sign === '-' ? negate(value) : value,
    ...(unit ? { unit: units[unit[1] as string] as string } : money ? { unit: '元' } : {}),
    ...(remark === ''
      ? {}
      : { remark: remark.trim().replaceAll(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, '') }),
  };
};
