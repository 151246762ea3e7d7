/**
 * A stored double in decimal digits, without exponent and without the noise of binary arithmetic. Whole numbers
 * beyond what a double holds exactly keep the digits that the file has.
 *
 * @param written the number as the file has it
 */
export const plainDecimal = (value: number, written?: string): string => {
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
