import Big from 'big.js';
import { type Decimal, toDecimal } from '../../decimal.ts';

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const tens: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

/** What a Chinese numeral is written with; 点 only in percentages. */
export const chineseNumeral = /[零〇一二两三四五六七八九十百千万亿廿卅]{1,24}/y;

/** Below ten thousand; null where it is no number (一二) or leaves a doubt (两千三: 2300 or 2003). */
const section = (text: string): number | null => {
  let value = 0;
  let digit: number | null = null;
  let lastPower = 0;
  let zero = false;
  for (const char of text) {
    const power = powers[char];
    const ten = tens[char];
    const plain = digits[char];
    if (ten !== undefined) {
      if (digit !== null) return null;
      value += ten;
      lastPower = 10;
    } else if (power !== undefined) {
      if (digit === null && !(power === 10 && (value === 0 || zero))) {
        if (!(text[0] === char && value === 0)) return null;
      }
      if (lastPower !== 0 && power >= lastPower) return null;
      value += (digit ?? 1) * power;
      digit = null;
      lastPower = power;
      zero = false;
    } else if (plain === 0) {
      if (digit !== null) return null;
      zero = true;
    } else {
      if (plain === undefined || digit !== null) return null;
      digit = plain;
    }
  }
  if (digit === null) return value;
  if (lastPower > 10 && !zero) return null;
  return value + digit;
};

/** 三百五十六 → 356, 两千一百零三 → 2103, 一万二千 → 12000; null where it is no number or a doubtful one. */
export const parseChinese = (text: string): number | null => {
  if (text === '零' || text === '〇') return 0;
  const [hundredMillions, belowThat] = splitAt(text, '亿');
  const [tenThousands, rest] = splitAt(belowThat, '万');
  let value = 0;
  for (const [part, scale] of [
    [hundredMillions, 1e8],
    [tenThousands, 1e4],
    [rest, 1],
  ] as const) {
    if (part === null || (part === '' && scale === 1)) continue;
    const amount = section(part);
    if (amount === null || (amount === 0 && scale > 1)) return null;
    if (scale === 1 && value > 0 && part.length === 1 && part !== '十') return null;
    value += amount * scale;
  }
  return value;
};

const splitAt = (text: string, mark: string): readonly [string | null, string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [null, text] : [text.slice(0, at), text.slice(at + 1)];
};

const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

/** `1,234.50` and the 万 behind it → `12345000`. */
export const parseArabic = (text: string, scale: string): Decimal | null => {
  const plain = toDecimal(text.replaceAll(',', ''));
  if (plain === null || scale === '') return plain;
  const factor = scales[scale];
  return factor === undefined ? null : toDecimal(new Big(plain).times(factor).toFixed());
};

/** 十二点五 → 12.5 (in 百分之十二点五); null where it is no number. */
export const parseChineseDecimal = (text: string): Decimal | null => {
  const [whole, fraction] = splitAt(text, '点');
  const number = parseChinese(whole ?? fraction);
  if (number === null || text === '') return null;
  if (whole === null) return String(number);
  const decimals = [...fraction].map((char) => digits[char]);
  return decimals.some((digit) => digit === undefined) ? null : toDecimal(`${number}.${decimals.join('')}`);
};
