import Big from 'big.js';

/**
 * An exact decimal number in plain notation: no exponent, no sign but `-`, no leading zeros, no
 * trailing zeros behind the point, never `-0`. Amounts in reports reach sixteen digits, so figures
 * are never binary floats.
 */
export type Decimal = string;

const plain = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** Whether a string is a `Decimal` as it stands. */
export const isDecimal = (text: string): boolean => plain.test(text) && text !== '-0';

/** Brings digits with an optional sign and point into canonical form: `+007.50` → `7.5`. `null` if it is no number. */
export const toDecimal = (text: string): Decimal | null => {
  if (isDecimal(text)) return text;
  const match = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text);
  if (!match || !/\d/.test(text)) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = (whole || '0') + (fraction ? `.${fraction}` : '');
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
};

const safe = (value: Decimal): boolean => value.length <= 15 && !value.includes('.');

/** The exact sum; an empty list is `0`. */
export const sum = (values: Iterable<Decimal>): Decimal => {
  let whole = 0;
  let rest: Big | null = null;
  for (const value of values) {
    if (safe(value) && Number.isSafeInteger(whole + Number(value))) whole += Number(value);
    else rest = (rest ?? new Big(0)).plus(value);
  }
  return rest === null ? String(whole) : rest.plus(whole).toFixed();
};

export const negate = (value: Decimal): Decimal =>
  value === '0' ? '0' : value.startsWith('-') ? value.slice(1) : `-${value}`;

export const subtract = (left: Decimal, right: Decimal): Decimal => sum([left, negate(right)]);

export const multiply = (left: Decimal, right: Decimal): Decimal => new Big(left).times(right).toFixed();

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export const compare = (left: Decimal, right: Decimal): number =>
  left === right ? 0 : safe(left) && safe(right) ? Number(left) - Number(right) : new Big(left).cmp(right);
