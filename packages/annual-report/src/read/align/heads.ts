import type { Label } from './labels.ts';
import type { Token } from './token.ts';

type Span = readonly [from: number, to: number];

/** The column heads of one true table, each with the columns that it stands over. */
export interface Heads {
  readonly line: number;
  /** The source's table; 0 where the heads are tables of their own, so that their columns mean nothing below. */
  readonly table: number;
  readonly columns: ReadonlyMap<string, Span>;
  /** Columns under other words, which are none of the form's: 上年数, 占比, 备注. */
  readonly foreign: readonly Span[];
}

/**
 * The heads in force at each line of a range: consecutive head lines are taken together, later ones
 * (repeated on the next page, or the next small table's) replace them.
 */
export const headsOf = (
  tokens: readonly Token[],
  from: number,
  to: number,
  labelAt: (token: number) => Label | undefined,
): readonly Heads[] => {
  const all: (Heads & { table: number; columns: Map<string, Span>; foreign: Span[] })[] = [];
  let open: Map<string, Span> | null = null;
  let strange: { readonly line: number; readonly span: Span }[] = [];
  let lastLine = -1;
  /** Other words beside the heads, above no head of the form's. */
  const close = (): void => {
    const heads = all.at(-1);
    if (open === null || heads === undefined) return;
    const known = [...open.values()];
    for (const { line, span } of strange)
      if (line <= lastLine && !known.some((head) => head[0] < span[1] && head[1] > span[0]))
        heads.foreign.push(span);
  };
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.lineKind !== 'grid') continue;
    const label = labelAt(at);
    if (label?.role === 'column') {
      if (open === null) {
        open = new Map();
        all.push({ line: token.line, table: token.table, columns: open, foreign: [] });
        strange = strange.filter(({ line }) => line + 3 > token.line);
      }
      const last = all.at(-1);
      if (last !== undefined && last.table !== token.table) last.table = 0;
      // A head that comes twice over different columns names neither.
      const place: Span = [token.column, token.column + token.columnSpan];
      open.set(open.has(label.id) ? `${label.id} again` : label.id, place);
      lastLine = token.line;
    } else if (label === undefined && token.kind === 'words' && token.match.labels.length === 0) {
      strange.push({ line: token.line, span: [token.column, token.column + token.columnSpan] });
    } else if (label?.role === 'row' || label?.role === 'band' || token.kind === 'figure') {
      close();
      open = null;
      strange = [];
    }
  }
  close();
  return all;
};

/** Heads stand above their figures: the last ones before a line. */
export const headsAt = (heads: readonly Heads[], line: number): Heads | null =>
  heads.findLast((one) => one.line < line) ?? null;

const within = (cell: Token, [from, to]: Span): boolean =>
  cell.column >= from && cell.column + cell.columnSpan <= to;

/** One figure drawn under several heads: whose it is, nobody can say. */
const shared = (cell: Token): Token =>
  cell.kind === 'blank' ? cell : { ...cell, kind: 'figure', figure: { kind: 'damaged' } };

/**
 * The figures of a row by the heads above them; what stands under other words than the form's is left out.
 * Null where a head is missing, a figure stands under none, or two figures stand under one.
 */
export const byHeads = (
  cells: readonly Token[],
  heads: Heads | null,
  ids: readonly string[],
): readonly (Token | null)[] | null => {
  if (heads === null || heads.table === 0) return null;
  const row: (Token | null)[] = [];
  const used = new Set<Token>();
  for (const id of ids) {
    const span = heads.columns.get(id);
    if (span === undefined || heads.columns.has(`${id} again`)) return null;
    const under = cells.filter((cell) => cell.column < span[1] && cell.column + cell.columnSpan > span[0]);
    const printed = under.filter((cell) => cell.kind !== 'blank');
    const cell = printed.length === 1 ? printed[0] : printed.length === 0 ? under[0] : undefined;
    if (cell === undefined) return null;
    used.add(cell);
    row.push(coversSeveral(cell, heads, ids) ? shared(cell) : cell);
  }
  const foreign = (cell: Token): boolean => heads.foreign.some((span) => within(cell, span));
  return cells.every((cell) => cell.kind === 'blank' || used.has(cell) || foreign(cell)) ? row : null;
};

const coversSeveral = (cell: Token, heads: Heads, ids: readonly string[]): boolean =>
  cell.columnSpan > 1 &&
  ids.filter((id) => {
    const [from, to] = heads.columns.get(id) ?? [0, 0];
    return cell.column < to && cell.column + cell.columnSpan > from;
  }).length > 1;

/**
 * Whether figures told apart by their number alone agree with the heads that are known: each under its
 * head, or all shifted alike (a lost first column). Columns in another order must never be read by count.
 */
export const agreesWithHeads = (
  row: readonly (Token | null)[],
  heads: Heads | null,
  ids: readonly string[],
): boolean => {
  if (heads === null) return true;
  // One of the figures may belong to a column that is none of the form's.
  const known = ids.filter((id) => heads.columns.has(id)).length;
  const left = Math.min(...[...heads.columns.values()].map(([from]) => from));
  const more = heads.foreign.filter(([, to]) => to > left).length;
  if (more > 0 && known + more > ids.length) return false;
  // Heads in tables of their own say at least in which order the columns come.
  if (heads.table === 0 || row.some((cell) => cell !== null && cell.table !== heads.table))
    return inFormOrder(heads, ids);
  const shifts = new Set<number>();
  let under = true;
  ids.forEach((id, at) => {
    const span = heads.columns.get(id);
    const cell = row[at];
    if (span === undefined || !cell) return;
    shifts.add(cell.column - span[0]);
    if (cell.column >= span[1] || cell.column + cell.columnSpan <= span[0]) under = false;
  });
  return under || shifts.size < 2;
};

const inFormOrder = (heads: Heads, ids: readonly string[]): boolean => {
  const known = ids.filter((id) => heads.columns.has(id));
  // 总计 and 自然人 stand one line above the five kinds of organisation, where they are tables of their own.
  const order = heads.table === 0 ? known.filter((id) => id !== 'total' && id !== 'naturalPerson') : known;
  const lefts = order.map((id) => heads.columns.get(id)?.[0] as number);
  return lefts.every((left, at) => at === 0 || left > (lefts[at - 1] as number));
};
