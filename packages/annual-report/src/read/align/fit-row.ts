import type { Run } from './runs.ts';
import type { Token } from './token.ts';

/** How the rows of one table spend their empty lines and surplus blanks; learned from its full rows. */
export interface RowHabit {
  /** Empty lines of text are blank cells here. */
  readonly gapsAreCells: boolean;
  /** Number of pieces in a row → where its first figure stands, if all full rows of that length agree. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Where the columns stand across the page, where the lines have positions. */
  readonly columns: readonly Interval[] | null;
  /** Every line has the same number of pieces: the figures are the last ones, whatever stands before them. */
  readonly atEnd: boolean;
  /** Some rows have more figures than columns: others among them may be no figures of the form either. */
  readonly foreign: boolean;
  /** Only what stands at a row's end was cut off: its figures begin in the first column. */
  readonly endsCut: boolean;
}

export type Interval = readonly [left: number, right: number];

const isFigure = (token: Token): boolean => token.kind === 'figure';

const printed = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((token) => token.kind !== 'gap');

const core = (tokens: readonly Token[]): readonly [from: number, to: number] => {
  const from = tokens.findIndex((token) => token.kind === 'figure');
  return from < 0 ? [0, 0] : [from, tokens.findLastIndex((token) => token.kind === 'figure') + 1];
};

/**
 * Whether empty lines are blank cells, learned over all rows of an instance: rows that are short become
 * full by counting them, and no row that is full without them has any inside.
 */
export const gapsAreCells = (runs: readonly { readonly run: Run; readonly width: number }[]): boolean => {
  let full = 0;
  let mended = 0;
  let balanced = 0;
  for (const { run, width } of runs) {
    const length = printed(run.tokens).length;
    const gaps = run.tokens.length - length;
    if (length % width === 0) {
      if (gaps > 0) return false;
      full += 1;
    } else if (run.tokens.length === width) {
      mended += 1;
      if (width === 7 && lastIsSum(printed(run.tokens))) balanced += 1;
    } else return false;
  }
  // Where most rows are empty throughout, fewer will do if their sums bear it out.
  return mended > 0 && (full + mended > 4 || (balanced > 2 && balanced === mended));
};

export const learnHabit = (
  runs: readonly Run[],
  width: number,
  gaps: boolean,
  heads: readonly KnownHead[],
  foreign: boolean,
): RowHabit => {
  const offsets = new Map<number, number>();
  const unsure = new Set<number>();
  for (const run of runs) {
    const tokens = gaps ? run.tokens : printed(run.tokens);
    const [from, to] = core(tokens);
    if (to - from !== width || tokens.length === width) continue;
    const known = offsets.get(tokens.length);
    if (known !== undefined && known !== from) unsure.add(tokens.length);
    offsets.set(tokens.length, from);
  }
  for (const length of unsure) offsets.delete(length);
  return {
    gapsAreCells: gaps,
    offsets,
    columns: columnsAcross(runs, width, heads),
    atEnd: atEnd(runs, width),
    foreign: foreign || hasSurplus(runs, width),
    endsCut: offsets.size === 0 && endsCut(runs, width),
  };
};

/** A quarter of the rows with a figure too many is no accident: there is a column more. */
const hasSurplus = (runs: readonly Run[], width: number): boolean => {
  const counts = runs.map(({ tokens }) => tokens.filter(isFigure).length).filter((count) => count > 0);
  const surplus = counts.filter((count) => count > width).length;
  return surplus > 1 && surplus * 4 >= counts.length;
};

/** Tables between tabs or pipes that are padded: all lines end in the same column, and no figure stands too far left. */
const atEnd = (runs: readonly Run[], width: number): boolean => {
  const ends = runs.map((run) => (run.tokens.at(-1) as Token).column);
  const end = ends[0];
  if (end === undefined || runs.length < 5 || ends.some((one) => one !== end)) return false;
  return runs.every(({ tokens }) => {
    const [from, to] = core(tokens);
    if (tokens[0]?.lineKind !== 'cells' || tokens.length < width) return false;
    return (
      from === to ||
      ((tokens[from] as Token).column > end - width && (to - from < width || to === tokens.length))
    );
  });
};

/**
 * Rows between tabs or pipes whose empty ends were trimmed: certain where empty cells inside rows are kept.
 * Or rows in any shape that lack just their total.
 */
const endsCut = (runs: readonly Run[], width: number): boolean => {
  if (width === 7 && totalIsBlank(runs, width)) return true;
  const rows = runs.filter((run) => run.rowLike && run.tokens.some((token) => token.kind === 'figure'));
  if (rows.length < 5 || rows.some((run) => run.tokens[0]?.lineKind !== 'cells')) return false;
  const kept = rows.filter((run) => {
    const [from, to] = core(run.tokens);
    return run.tokens.slice(0, to).some((token) => token.kind === 'blank') || from > 0;
  });
  return kept.length > 0 && rows.every((run) => run.tokens.length <= width);
};

/** Every row has six figures, and the last of them is never the others' sum: it is the total that is blank. */
const totalIsBlank = (runs: readonly Run[], width: number): boolean => {
  const some = runs.filter((run) => run.tokens.some(isFigure));
  // Empty lines between all the figures part them; a single one may be a blank cell.
  if (some.some(({ tokens }) => tokens.length !== width - 1 && tokens.length < 2 * width - 3)) return false;
  const rows = some.map((run) => printed(run.tokens));
  if (rows.length < 5 || !rows.every((tokens) => tokens.length === width - 1 && tokens.every(isFigure)))
    return false;
  const filled = rows.filter((tokens) => !tokens.every(({ text }) => /^[0０]$/u.test(text)));
  return filled.length > 1 && !filled.some(lastIsSum);
};

const lastIsSum = (tokens: readonly Token[]): boolean => {
  const values = tokens.map(({ figure }) => (figure?.kind === 'number' ? Number(figure.value) : Number.NaN));
  const last = values.pop() as number;
  return values.reduce((sum, one) => sum + one, 0) === last;
};

/** A head of which is known where it stands across the page, and which column it names. */
export interface KnownHead {
  readonly column: number;
  readonly across: Interval;
}

/** Columns of laid-out text: the stretches of the page in which figures stand, if they are as many as columns. */
const columnsAcross = (
  runs: readonly Run[],
  width: number,
  heads: readonly KnownHead[],
): readonly Interval[] | null => {
  const taken: Interval[] = [];
  for (const run of runs)
    for (const token of run.tokens)
      if (token.kind === 'figure' && run.rowLike) {
        if (token.across === null) return null;
        // A remark reaches into the next column.
        if (!hasRemark(token)) taken.push(token.across);
      }
  const columns = mergeOverlapping(taken);
  const agree = (some: readonly Interval[]): boolean =>
    heads.every(({ column, across }) => overlap(some[column], across));
  if (columns.length === width) {
    const full = runs.some((run) => run.rowLike && printed(run.tokens).length === width);
    return full || (heads.length > 2 && agree(columns)) ? columns : null;
  }
  // A column that is empty throughout is told by its head, if every known head then stands over its own.
  const lone = heads.filter(({ across }) => !columns.some((column) => overlap(column, across)));
  const all = mergeOverlapping([...columns, ...lone.map((head) => head.across)]);
  return all.length === width && columns.length < width && heads.length > 0 && agree(all) ? all : null;
};

const overlap = (one: Interval | undefined, other: Interval): boolean =>
  one !== undefined && one[0] < other[1] && one[1] > other[0];

const hasRemark = ({ figure }: Token): boolean => figure?.kind === 'number' && figure.remark !== undefined;

export const mergeOverlapping = (intervals: readonly Interval[]): readonly Interval[] => {
  const out: Interval[] = [];
  for (const [left, right] of intervals.toSorted((one, other) => one[0] - other[0])) {
    const last = out.at(-1);
    if (last !== undefined && left < last[1]) out[out.length - 1] = [last[0], Math.max(last[1], right)];
    else out.push([left, right]);
  }
  return out;
};

/**
 * The cells of a row of `width` columns; `null` in a place = blank. Null where it can't be told which
 * figure stands in which column.
 */
export const fitRow = (run: Run, width: number, habit: RowHabit): readonly (Token | null)[] | null => {
  const tokens = habit.gapsAreCells ? run.tokens : printed(run.tokens);
  if (run.flowing && (tokens.length !== width || (width === 7 && !lastIsSum(tokens)))) return null;
  const [from, to] = core(tokens);
  if (habit.foreign && from < to) return null;
  if (tokens.length === width) return tokens;
  if (from === to) return Array.from({ length: width }, (_, at) => tokens[at] ?? null);
  if (tokens.length < width)
    return habit.endsCut
      ? Array.from({ length: width }, (_, at) => tokens[at] ?? null)
      : byPosition(tokens, habit.columns);
  // Blanks on either side of as many figures as columns: padding, if all such rows have it on the same side.
  if (to - from === width) {
    const inner = tokens.slice(from, to);
    return habit.offsets.get(tokens.length) === from || (width === 7 && lastIsSum(inner)) ? inner : null;
  }
  if (habit.atEnd) return tokens.slice(-width);
  const offset = habit.offsets.get(tokens.length);
  if (offset === undefined || offset > from || offset + width < to) return null;
  return tokens.slice(offset, offset + width);
};

export const byPosition = (
  tokens: readonly Token[],
  columns: readonly Interval[] | null,
): readonly (Token | null)[] | null => {
  if (columns === null || tokens.length === 0) return null;
  const row: (Token | null)[] = columns.map(() => null);
  for (const token of tokens) {
    const { across } = token;
    if (across === null || hasRemark(token)) return null;
    const at = columns.findIndex(([left, right]) => across[0] < right && across[1] > left);
    if (at < 0 || row[at] !== null) return null;
    // A figure in one cell over two columns is neither's.
    if (token.columnSpan > 1 && overlap(columns[at + 1], across)) return null;
    row[at] = token;
  }
  return row;
};
