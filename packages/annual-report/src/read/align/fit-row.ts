import type { Run } from './runs.ts';
import type { Token } from './token.ts';

/** How the rows of one table spend their empty lines and surplus blanks; learned from its full rows. */
export interface RowHabit {
  /** Empty lines of text are blank cells here. */
  readonly gapsAreCells: boolean;
  /** Number of pieces in a row → where its first figure stands, if all full rows of that length agree. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Where the columns stand across the page, where the lines have positions. */
  readonly columns: readonly number[] | null;
}

const printed = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((token) => token.kind !== 'gap');

const core = (tokens: readonly Token[]): readonly [from: number, to: number] => {
  const from = tokens.findIndex((token) => token.kind === 'figure');
  return from < 0 ? [0, 0] : [from, tokens.findLastIndex((token) => token.kind === 'figure') + 1];
};

/** Across the page: the middle of a box; for text, the display column (ideographs take two). */
const across = (token: Token, wide: number): number | null => {
  if (token.place.kind === 'page') return (token.place.box[0] + token.place.box[2]) / 2;
  return token.place.kind === 'line' && token.lineKind === 'text' ? token.place.end + wide : null;
};

export const learnHabit = (runs: readonly Run[], width: number): RowHabit => {
  const strict = runs.filter((run) => printed(run.tokens).length % width === 0).length;
  const withGaps = runs.filter(
    (run) => run.tokens.length % width === 0 && run.tokens.some((token) => token.kind === 'gap'),
  ).length;
  const short = runs.filter((run) => printed(run.tokens).length % width !== 0);
  const gapsAreCells =
    withGaps > 0 &&
    short.length > 0 &&
    short.every((run) => run.tokens.length === width) &&
    strict < runs.length;
  const offsets = new Map<number, number>();
  const unsure = new Set<number>();
  for (const run of runs) {
    const tokens = gapsAreCells ? run.tokens : printed(run.tokens);
    const [from, to] = core(tokens);
    if (to - from !== width || tokens.length === width) continue;
    const known = offsets.get(tokens.length);
    if (known !== undefined && known !== from) unsure.add(tokens.length);
    offsets.set(tokens.length, from);
  }
  for (const length of unsure) offsets.delete(length);
  return { gapsAreCells, offsets, columns: learnColumns(runs, width) };
};

const learnColumns = (runs: readonly Run[], width: number): readonly number[] | null => {
  const full = runs.filter((run) => run.rowLike && run.tokens.length === width);
  if (full.length < 2) return null;
  const columns: number[] = [];
  for (let column = 0; column < width; column++) {
    const at = full.map((run) => across(run.tokens[column] as Token, 0));
    if (at.some((one) => one === null)) return null;
    const known = at as readonly number[];
    const middle = known.reduce((sum, one) => sum + one, 0) / known.length;
    if (known.some((one) => Math.abs(one - middle) > 6)) return null;
    columns.push(middle);
  }
  return columns.every((one, column) => column === 0 || one - (columns[column - 1] as number) > 3)
    ? columns
    : null;
};

/**
 * The cells of a row of `width` columns; `null` in a place = blank. Null where it can't be told which
 * figure stands in which column.
 */
export const fitRow = (run: Run, width: number, habit: RowHabit): readonly (Token | null)[] | null => {
  const tokens = habit.gapsAreCells ? run.tokens : printed(run.tokens);
  if (tokens.length === width) return tokens;
  const [from, to] = core(tokens);
  if (from === to) return Array.from({ length: width }, (_, at) => tokens[at] ?? null);
  if (tokens.length < width) return byPosition(tokens, habit.columns);
  if (to - from === width) return tokens.slice(from, to);
  const offset = habit.offsets.get(tokens.length);
  if (offset === undefined || offset > from || offset + width < to) return null;
  return tokens.slice(offset, offset + width);
};

const byPosition = (
  tokens: readonly Token[],
  columns: readonly number[] | null,
): readonly (Token | null)[] | null => {
  if (columns === null || tokens.length === 0) return null;
  const row: (Token | null)[] = columns.map(() => null);
  for (const token of tokens) {
    const at = across(token, 0);
    if (at === null) return null;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    columns.forEach((column, index) => {
      const distance = Math.abs(column - at);
      if (distance < least) {
        second = least;
        least = distance;
        best = index;
      } else if (distance < second) second = distance;
    });
    if (least * 3 > second || row[best] !== null) return null;
    row[best] = token;
  }
  return row;
};
