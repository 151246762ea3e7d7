import { type FormatToken, scanFormat } from './scan-format.ts';

/** What one section of a number format (ECMA-376-1 §18.8.31) makes of a number. */
export interface FormatSection {
  /** From `[>=10000]`: the numbers that the section is for. */
  readonly condition: ((value: number) => boolean) | null;
  /**
   * - `full`: the figure stands there as it is, if perhaps rounded, between `before` and `after`.
   * - `placed`: its digits are put into places, of which some are scaled away or stand behind a printed point:
   *   `0.00,` prints thousands, `0!.0,` ten thousands with one decimal.
   * - `percent`, `date`: as the words say.
   * - `words`: no digit of the number is printed, only `before`.
   * - `unknown`: what is printed can't be told with certainty here.
   */
  readonly kind: 'full' | 'placed' | 'percent' | 'date' | 'words' | 'unknown';
  /** Printed before and behind the number. */
  readonly before: string;
  readonly after: string;
  /** From the first place to the last. */
  readonly places: readonly FormatToken[];
  /** By how many thousands the number is divided: commas behind the last place. */
  readonly thousands: number;
  /** The letters of a date or time. */
  readonly letters: string;
}

/** A format's sections; null for those that print the plain number. */
export type NumberFormat = readonly FormatSection[] | null;

/** Understands a format code, once for all cells that have it. */
export const parseFormat = (code: string): NumberFormat => {
  if (code === '' || /^(?:General|G\/通用格式|@|#?0+(?:\.0+)?|#,##0(?:\.0+)?)$/i.test(code)) return null;
  return scanFormat(code).map(parseSection);
};

const parseSection = (tokens: readonly FormatToken[]): FormatSection => {
  const first = tokens.findIndex(isPlace);
  const last = tokens.findLastIndex(isPlace);
  const textOf = (part: readonly FormatToken[]): string =>
    part
      .map((token) => (token.kind === 'literal' ? token.text : ''))
      .join('')
      .trim();
  const places = first === -1 ? [] : tokens.slice(first, last + 1);
  return {
    condition: conditionOf(tokens),
    kind: kindOf(tokens, places),
    before: textOf(first === -1 ? tokens : tokens.slice(0, first)),
    after: first === -1 ? '' : textOf(tokens.slice(last + 1)),
    places,
    thousands: scalingCommas(tokens),
    letters: tokens.map((token) => (token.kind === 'letter' ? token.text : '')).join(''),
  };
};

const isPlace = ({ kind }: FormatToken): boolean => kind === 'digit' || kind === 'general';

const kindOf = (tokens: readonly FormatToken[], places: readonly FormatToken[]): FormatSection['kind'] => {
  const has = (kind: FormatToken['kind']): boolean => tokens.some((token) => token.kind === kind);
  if (has('letter')) return 'date';
  if (has('fraction')) return places.length > 0 ? 'unknown' : 'words';
  const scaled = scalingCommas(tokens) > 0 || places.some(({ kind }) => kind === 'literal');
  if (has('percent')) return scaled ? 'unknown' : 'percent';
  if (has('exponent')) return scaled ? 'unknown' : 'full';
  if (places.length === 0) return has('text') ? 'full' : 'words';
  if (!scaled) return 'full';
  return has('general') ? 'unknown' : 'placed';
};

/** A comma divides by a thousand where no place follows it before the point or the end; between places it only groups. */
const scalingCommas = (tokens: readonly FormatToken[]): number => {
  let commas = 0;
  let pending = 0;
  for (const { kind } of tokens) {
    if (kind === 'comma') pending++;
    else if (kind === 'digit') pending = 0;
    else if (kind === 'point') {
      commas += pending;
      pending = 0;
    }
  }
  return commas + pending;
};

const conditionOf = (tokens: readonly FormatToken[]): FormatSection['condition'] => {
  const token = tokens.find(({ kind }) => kind === 'condition');
  const [, sign, number] = /^(<=|>=|<>|<|>|=)(.+)$/.exec(token?.text ?? '') ?? [];
  if (sign === undefined) return null;
  const bound = Number(number);
  switch (sign) {
    case '<':
      return (value) => value < bound;
    case '<=':
      return (value) => value <= bound;
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    case '<>':
      return (value) => value !== bound;
    default:
      return (value) => value === bound;
  }
};
