import type { Decimal } from '../decimal.ts';
import { toDecimal } from '../decimal.ts';

/**
 * JSON whose numbers keep every digit. A figure of sixteen digits does not survive a binary float, so
 * numbers are written from, and read to, their decimal text (the raw-text access of ECMAScript 2026).
 */
declare global {
  interface JSON {
    rawJSON(text: string): object;
  }
}

/** A number literal with exactly these digits, to be handed to `JSON.stringify`. */
export const exactNumber = (value: Decimal | null): object | null =>
  value === null ? null : JSON.rawJSON(value);

/** Longer numbers are no figures but an attempt to exhaust memory. */
const maxDigits = 40;

/**
 * Like `JSON.parse`, but a number that a binary float cannot hold comes back as its `Decimal` text.
 * Throws a `SyntaxError` on bad input.
 */
export const parseExactJson = (text: string): unknown => JSON.parse(text, keepDigits);

const keepDigits = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  const decimal = decimalOf(context.source);
  return decimal === null || decimal === String(value) ? value : decimal;
};

/** `1.50e3` → `1500`. `null` where the number would be longer than any figure. */
const decimalOf = (source: string): Decimal | null => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? [];
  const shift = Number(exponent);
  if (whole.length + fraction.length + Math.abs(shift) > maxDigits) return null;
  const digits = (whole + fraction).padEnd(whole.length + shift, '0');
  const point = whole.length + shift;
  const padded = point < 1 ? '0'.repeat(1 - point) + digits : digits;
  const at = Math.max(point, 1);
  return toDecimal(`${sign}${padded.slice(0, at)}.${padded.slice(at)}`);
};
