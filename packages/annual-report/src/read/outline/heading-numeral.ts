/**
 * The numeral in front of a heading.
 * - `top`: 一、 or 第一部分; `paren`: （一）; `arabic`: 1. or 1、
 * - `lost`: only the mark behind the numeral is left (、主动公开政府信息情况)
 * - `none`
 */
export interface HeadingNumeral {
  readonly level: 'top' | 'paren' | 'arabic' | 'lost' | 'none';
  readonly value: number | null;
  /** Characters it takes. */
  readonly length: number;
}

const digits = '一二三四五六七八九十';

const patterns: readonly (readonly [HeadingNumeral['level'], RegExp])[] = [
  ['top', /^第([一二三四五六七八九十])(?:部分|章|节|项)?[、.,:：，]?/],
  ['paren', /^[（([]([一二三四五六七八九十])[)）\]][、.,，]?/],
  ['top', /^([一二三四五六七八九十])[、.,，．:：·。\]]*/],
  ['arabic', /^[（(]([1-9])[)）][、.]?/],
  ['arabic', /^([1-9])[、.,，．:：](?!\d)/],
  ['top', /^([壹贰叁肆伍陆])[、.]?/],
];

const formal = '壹贰叁肆伍陆';

const numberOf = (mark: string): number => {
  const plain = digits.indexOf(mark) + 1 || formal.indexOf(mark) + 1;
  return plain || Number(mark);
};

/** @param text squeezed text: roman and bracketed numerals are folded already (Ⅳ → IV is not: it never occurs) */
export const headingNumeral = (text: string): HeadingNumeral => {
  for (const [level, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match) return { level, value: numberOf(match[1] ?? ''), length: match[0].length };
  }
  const mark = /^[、.．,，]/.exec(text);
  return mark
    ? { level: 'lost', value: null, length: mark[0].length }
    : { level: 'none', value: null, length: 0 };
};
