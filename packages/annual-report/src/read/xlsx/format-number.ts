/**
 * What a number cell says. Figures are given in full, as the shortest decimal of the stored double; a
 * format that rounds for display must not alter a figure. Percentages and dates follow their format,
 * since without it they would say something else.
 */
export const formatNumber = (raw: string, format: string, from1904: boolean): string => {
  const text = raw.trim();
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  if (format === '') return plainDecimal(value, text);
  const shown = withoutLiterals(format);
  if (shown.includes('%')) return `${plainDecimal(value * 100)}%`;
  if (/[yd]/i.test(shown) && !/[0#]/.test(shown))
    return formatDate(value, shown, format, from1904) ?? plainDecimal(value, text);
  return plainDecimal(value, text);
};

const withoutLiterals = (format: string): string =>
  (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');

/** Whole numbers beyond what a double holds exactly keep the digits that the file has. */
const plainDecimal = (value: number, written?: string): string => {
  if (written !== undefined && /^-?\d+$/.test(written)) return written.replace(/^(-?)0+(?=\d)/, '$1');
  const rounded = value.toPrecision(15);
  // 0.30000000000000004 is the noise of binary arithmetic, which Excel hides; 12345678901234.56 is a figure.
  const isNoise = significantDigits(rounded) <= 12;
  const shortest = isNoise ? Number(rounded) : value;
  const text = String(Object.is(shortest, -0) ? 0 : shortest);
  return text.includes('e') ? expand(text) : text;
};

const significantDigits = (text: string): number =>
  text
    .replace(/e.*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '').length;

/** 1.5e-7 → 0.00000015, 2e21 → 2 and 21 zeros. */
const expand = (text: string): string => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)\.?(\d*)e([+-]\d+)$/.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
};

const millisecondsADay = 86_400_000;
/** Day 0 of the count that begins with 1900, whose February Excel gives 29 days; right from 1 March 1900. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

const formatDate = (value: number, shown: string, format: string, from1904: boolean): string | null => {
  if (value < 0 || value > 2_958_466) return null;
  const date = new Date((from1904 ? epoch1904 : epoch1900) + Math.floor(value) * millisecondsADay);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const chinese = format.includes('年') || format.includes('月');
  const hasYear = /y/i.test(shown);
  const hasDay = /d/i.test(shown);
  if (chinese) return `${hasYear ? `${year}年` : ''}${month}月${hasDay ? `${day}日` : ''}`;
  const parts = [hasYear ? [year] : [], [month], hasDay ? [day] : []].flat();
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
};
