import type { Decimal } from '../../decimal.ts';
import type { CellStatus } from '../../report.ts';
import { plainDigits, splitDigits } from './split-digits.ts';
import type { Token } from './token.ts';

const blocks = [5, 5, 5];
const by = [
  'reviews.row.reconsideration',
  'reviews.row.litigation.direct',
  'reviews.row.litigation.afterReconsideration',
];

export interface SolvedReviews {
  readonly values: readonly Decimal[];
  /** Each cell's own text, where it has one. */
  readonly raws: readonly string[];
  readonly status: CellStatus;
  readonly by: readonly string[];
}

/**
 * Figures of table 四 that are not fifteen: digits run together are cut up by the three sums; of one figure
 * too many, that one goes without which the sums hold. Only where that leaves a single reading.
 */
export const solveReviews = (tokens: readonly Token[]): SolvedReviews | null => {
  const digits = plainDigits(tokens);
  if (digits === null || tokens.some((token) => token.kind !== 'figure')) return null;
  if (digits.length > 15) return withoutOne(digits);
  // Several whole numbers may as well be the figures of a row whose empty cells have vanished.
  if (digits.length > 1 && tokens.every(({ figure }) => figure?.kind === 'number')) return null;
  const ways = splitDigits(digits, blocks, 1);
  const only = ways?.[0];
  if (only === undefined) return null;
  return { values: only.map(String), raws: [], status: 'solved', by };
};

const withoutOne = (digits: readonly string[]): SolvedReviews | null => {
  if (digits.length !== 16) return null;
  if (digits.every((one) => one === '0'))
    return { values: digits.slice(1), raws: digits.slice(1), status: 'byOrder', by: [] };
  const readings = new Map<string, readonly string[]>();
  for (let at = 0; at < digits.length; at++) {
    const rest = digits.filter((_, other) => other !== at);
    const numbers = rest.map(Number);
    const holds = [0, 5, 10].every(
      (from) => numbers.slice(from, from + 4).reduce((sum, one) => sum + one, 0) === numbers[from + 4],
    );
    if (holds) readings.set(rest.join(), rest);
  }
  const [only, ...others] = readings.values();
  if (only === undefined || others.length > 0) return null;
  return { values: only, raws: only, status: 'byArithmetic', by };
};
