import Big from 'big.js';
import type { Decimal } from '../../decimal.ts';

/** `part` of `whole` in per cent; null for a whole of zero. */
export const percentOf = (part: Decimal, whole: Decimal): Big | null =>
  new Big(whole).eq(0) ? null : new Big(part).times(100).div(whole);

const decimals = (printed: Decimal): number => printed.split('.')[1]?.length ?? 0;

/**
 * Whether a printed percentage is the computed one. One unit of its last digit is allowed: some round,
 * some cut off. `toDecimal` drops the 0 of 12.50%, which makes the test only more lenient.
 */
export const agrees = (printed: Decimal, computed: Big): boolean =>
  computed
    .minus(printed)
    .abs()
    .lte(new Big(10).pow(-decimals(printed)));

/** For messages: as many decimals as were printed. */
export const show = (computed: Big, printed: Decimal): string => `${computed.toFixed(decimals(printed))}%`;
