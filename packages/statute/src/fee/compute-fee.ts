import Big from 'big.js';
import { accepted, type Checked, refused } from '../checked.ts';
import type { Citation } from '../citation/cite.ts';
import { type FeeBracket, type FeeScheme, feeScheduleOn } from './fee-schedule.ts';

/** What one bracket adds to a fee. */
export interface FeeLine {
  /** The first and last unit charged here, counted within the month or the request. */
  readonly from: number;
  readonly to: number;
  readonly units: number;
  /** Yuan a unit, yuan altogether: exact decimals. */
  readonly rate: string;
  readonly amount: string;
  /** 第11—30件，20件 × 100元/件 = 2000元 */
  readonly text: string;
}

export interface Fee {
  readonly scheme: FeeScheme;
  /** Yuan, an exact decimal: `2740`. */
  readonly amount: string;
  /** Bracket by bracket; they add up to the amount. */
  readonly lines: readonly FeeLine[];
  readonly basis: Citation;
}

const units: Readonly<Record<FeeScheme, string>> = { item: '件', page: '页' };

/** More is a slip of the keyboard, and every ten items of it would be a line. */
const most = 1_000_000;

/**
 * The fee for the items `before + 1` to `before + items` of an applicant in a calendar month.
 * `before`: how many items the same applicant has applied for in that month already.
 */
export const itemFee = (before: number, items: number, date: string): Checked<Fee> =>
  computeFee('item', before, items, date);

/** The fee for one request whose information has so many pages (A4 or smaller, one side = one page). */
export const pageFee = (pages: number, date: string): Checked<Fee> => computeFee('page', 0, pages, date);

const computeFee = (scheme: FeeScheme, before: number, count: number, date: string): Checked<Fee> => {
  const unit = units[scheme];
  if (![before, count].every((number) => Number.isInteger(number) && number >= 0)) {
    return refused(`${unit}数应当是不小于0的整数，现在是 ${before} 和 ${count}。`);
  }
  if (before + count > most)
    return refused(`${unit}数 ${before + count} 超过 ${most}，请核对是否多输了数字。`);
  const schedule = feeScheduleOn(date);
  if (schedule === null) return refused(`${date} 还没有施行的信息处理费标准，不能收取信息处理费。`);
  const lines = steps(schedule.brackets[scheme], before + count)
    .map(([from, to, rate]) => lineOf(Math.max(from, before + 1), to, rate, unit))
    .filter((line) => line.units > 0);
  const amount = lines.reduce((sum, line) => sum.plus(line.amount), new Big(0)).toFixed();
  return accepted({ scheme, amount, lines, basis: schedule.basis[scheme] });
};

/** The brackets up to a unit, endless ones cut into their steps. */
const steps = (brackets: readonly FeeBracket[], last: number): readonly (readonly [number, number, Big])[] =>
  brackets.flatMap(({ from, to, rate, rises }) => {
    const end = Math.min(to ?? last, last);
    if (!rises) return [[from, end, new Big(rate)]];
    const count = Math.max(0, Math.ceil((end - from + 1) / rises.every));
    return Array.from({ length: count }, (_, step) => {
      const start = from + step * rises.every;
      return [
        start,
        Math.min(start + rises.every - 1, end),
        new Big(rises.by).times(step).plus(rate),
      ] as const;
    });
  });

const lineOf = (from: number, to: number, rate: Big, unit: string): FeeLine => {
  const count = Math.max(0, to - from + 1);
  const amount = rate.times(count).toFixed();
  const range = from === to ? `第${from}${unit}` : `第${from}—${to}${unit}`;
  const sum = rate.eq(0) ? '不收费' : `${count}${unit} × ${rate.toFixed()}元/${unit} = ${amount}元`;
  return { from, to, units: count, rate: rate.toFixed(), amount, text: `${range}，${sum}` };
};
