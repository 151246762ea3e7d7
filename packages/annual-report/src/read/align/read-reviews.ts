import type { CellId } from '../../form/form.ts';
import { cellId } from '../../form/forms.ts';
import { reviewsTable } from '../../form/shared-tables.ts';
import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Cell, CellStatus } from '../../report.ts';
import type { Instance } from './find-instances.ts';
import type { Interval } from './fit-row.ts';
import { byPosition, mergeOverlapping } from './fit-row.ts';
import { makeCell, unreadableCell } from './make-cell.ts';
import { readReviewGrid } from './read-review-grid.ts';
import type { Recovered } from './recover-labels.ts';
import type { Element, Run } from './runs.ts';
import { elementsOf } from './runs.ts';
import { solveReviews } from './solve-reviews.ts';
import type { TableResult } from './table-result.ts';
import type { Token } from './token.ts';

const rows: readonly string[] = reviewsTable.rows.map((row) => row.id);
const columns: readonly string[] = reviewsTable.columns.map((column) => column.id);

/** The fifteen cells in printed order. */
export const reviewCells: readonly CellId[] = rows.flatMap((row) =>
  columns.map((column) => cellId('reviews', row, column)),
);

/** Table 四: fifteen figures in one row, in three rows of five, or one under the other. */
export const readReviews = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): TableResult => {
  const start = instance.starts[0]?.line ?? 0;
  const cells = new Map<CellId, Cell>();
  const problems: Problem[] = [];
  const result: TableResult = { table: 'reviews', form: '2021', start, cells, problems };
  const grid = readReviewGrid(tokens, instance, recovered);
  if (grid && isStray([...grid.values()])) {
    problems.push(rowAbsent(tokens, instance));
    return result;
  }
  if (grid) {
    for (const [id, token] of grid) cells.set(id, makeCell(token, 'printed'));
    return result;
  }
  const elements = elementsOf(tokens, instance.from, instance.to, instance.labels, recovered);
  const upright = readUpright(elements);
  if (upright) {
    for (const [id, token] of upright) cells.set(id, makeCell(token, 'printed'));
    return result;
  }
  const printed = valueTokens(elements);
  if (printed === null || isStray(printed)) {
    problems.push(rowAbsent(tokens, instance));
    return result;
  }
  const placed = underHeads(tokens, instance, recovered, printed);
  if (placed) {
    reviewCells.forEach((id, at) => {
      cells.set(id, makeCell(placed[at] ?? null, 'printed'));
    });
    return result;
  }
  const heads = headsOf(tokens, instance, recovered);
  if (!inOrder(heads)) {
    for (const id of reviewCells) cells.set(id, unreadableCell('', null));
    problems.push(problem('table.figuresAstray', printed[0]?.place ?? null, { table: reviewsTable.title }));
    return result;
  }
  // Heads broken over several lines may be known in part only: then the order tells which figure is whose.
  setInOrder(cells, problems, printed, heads.length < fewestHeads ? 'byOrder' : 'printed');
  return result;
};

const rowAbsent = (tokens: readonly Token[], instance: Instance): Problem =>
  problem('table.rowAbsent', tokens[instance.from]?.place ?? null, {
    table: reviewsTable.title,
    row: '数字',
  });

/** One figure alone below the first head, and no total: a page number, a date, the mark of an appendix. */
const isStray = (printed: readonly Token[]): boolean => {
  const figures = printed.filter((token) => token.kind === 'figure');
  const [first] = printed;
  return figures.length === 1 && first?.figure?.kind === 'number' && /^[1-9]\d{0,7}$/.test(first.text);
};

/** Fewer of the fifteen heads than this don't name the columns. */
const fewestHeads = 10;

interface Head {
  readonly id: string;
  readonly line: number;
  readonly right: number | null;
}

const headsOf = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): readonly Head[] => {
  const heads: Head[] = [];
  for (let at = instance.from; at < instance.to; at++) {
    const { line, across } = tokens[at] as Token;
    const label = instance.labels.get(at) ?? recovered.get(at)?.label;
    if (label?.role === 'column') heads.push({ id: label.id, line, right: across?.[1] ?? null });
  }
  return heads;
};

/** Whether the heads that stand side by side come in the form's order, from left to right, in each of the three groups. */
const inOrder = (heads: readonly Head[]): boolean => {
  const lines = new Map<number, { readonly column: number; readonly right: number }[]>();
  for (const { id, line, right } of heads)
    if (right !== null) lines.set(line, [...(lines.get(line) ?? []), { column: columns.indexOf(id), right }]);
  return [...lines.values()].every((line) => {
    const across = line.toSorted((one, other) => one.right - other.right).map(({ column }) => column);
    return across.filter((column, at) => at > 0 && column < (across[at - 1] as number)).length < rows.length;
  });
};

/** A laid-out row with empty cells: each figure under one of the fifteen heads, which stand side by side. */
const underHeads = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
  printed: readonly Token[],
): readonly (Token | null)[] | null => {
  if (printed.length >= reviewCells.length || printed.some((token) => token.across === null)) return null;
  const heads: Interval[] = [];
  for (let at = instance.from; at < instance.to; at++) {
    const token = tokens[at] as Token;
    const role = (instance.labels.get(at) ?? recovered.get(at)?.label)?.role;
    if (token.across !== null && role === 'column') heads.push(token.across);
  }
  const columns = mergeOverlapping(heads);
  return columns.length === reviewCells.length ? byPosition(printed, columns) : null;
};

const setInOrder = (
  cells: Map<CellId, Cell>,
  problems: Problem[],
  printed: readonly Token[],
  status: CellStatus,
): void => {
  const solid = printed.filter((token) => token.kind !== 'gap');
  const inner = core(solid);
  const fitting = [printed, solid, sumsHold(inner) ? inner : []].find(
    (some) => some.length === reviewCells.length,
  );
  if (fitting) {
    reviewCells.forEach((id, at) => {
      cells.set(id, makeCell(fitting[at] as Token, status));
    });
    return;
  }
  const first = solid[0] as Token;
  const raw = solid
    .map((token) => token.text)
    .join(' ')
    .trim();
  const name = reviewsTable.title;
  if (solid.length > reviewCells.length)
    problems.push(problem('table.surplusFigure', first.place, { table: name }));
  const solved = solveReviews(core(solid));
  reviewCells.forEach((id, at) => {
    const value = solved?.values[at];
    if (solved === null || value === undefined) cells.set(id, unreadableCell(raw, first.place));
    else
      cells.set(id, {
        value,
        raw: solved.raws[at] ?? raw,
        status: solved.status,
        place: first.place,
        ...(solved.by.length === 0 ? {} : { by: solved.by }),
      });
  });
  if (solved === null && solid.length < reviewCells.length)
    problems.push(problem('cell.fused', first.place, { cell: name }));
};

/** Fifteen figures with something before or behind them are table 四 only if its three sums bear it out. */
const sumsHold = (tokens: readonly Token[]): boolean => {
  const values = tokens.map(({ kind, figure }) =>
    figure?.kind === 'number' ? figure.value : kind === 'figure' ? Number.NaN : '0',
  );
  return (
    values.length === reviewCells.length &&
    [0, 5, 10].every((from) => {
      const [total, ...parts] = values
        .slice(from, from + 5)
        .reverse()
        .map(Number);
      return parts.reduce((all, one) => all + one, 0) === total;
    })
  );
};

const core = (tokens: readonly Token[]): readonly Token[] => {
  const from = tokens.findIndex((token) => token.kind === 'figure');
  return from < 0 ? tokens : tokens.slice(from, tokens.findLastIndex((token) => token.kind === 'figure') + 1);
};

const isHead = (element: Element | undefined): boolean =>
  element?.type === 'label' && element.label.part === 'reviews';

/**
 * The figures behind the last head: those of one line, or of several lines that follow each other without
 * words between. Null where there are none: the row is missing.
 */
const valueTokens = (elements: readonly Element[]): readonly Token[] | null => {
  const lastHead = elements.findLastIndex(isHead);
  const headLines = new Set(elements.filter(isHead).map((element) => (element as { line: number }).line));
  const runs: Run[] = [];
  for (let at = lastHead + 1; at < elements.length; at++) {
    const element = elements[at] as Element;
    // Words behind the heads end the table: what follows a signature is a date.
    if (element.type === 'unknown' && (element.key.length > 4 || (runs.length > 0 && element.key.length > 2)))
      break;
    if (element.type !== 'run') continue;
    if (element.rowLike && headLines.has(element.line)) continue;
    runs.push(element);
  }
  const some = runs.filter((run) => run.tokens.some((token) => token.kind === 'figure'));
  // Now and then two figures that stood close together come on one line, and the others on lines of their own.
  const all = some.flatMap((run) => run.tokens.filter((token) => token.kind !== 'gap'));
  if (some.length > 1 && all.length === reviewCells.length && sumsHold(all)) return all;
  // Beside rows of figures a figure on a line of its own is a page number or a date.
  const filled = some.some((run) => run.rowLike) ? some.filter((run) => run.rowLike) : some;
  if (filled.length === 0) {
    const blank = runs.find((run) => run.tokens.filter((token) => token.kind === 'blank').length >= 15);
    return blank === undefined ? null : blank.tokens.filter((token) => token.kind === 'blank').slice(0, 15);
  }
  // The row itself, if one line holds it all; what stands on other lines is none of its figures.
  const whole = filled.filter((run) => run.rowLike && run.tokens.length >= reviewCells.length);
  const [row] = whole.length === 1 ? whole : filled.length === 1 ? filled : [];
  const only = row ? row.tokens : filled.flatMap((run) => run.tokens);
  return only.length === 0 ? null : only;
};

/** Each figure behind its own head (one a line), or five behind the name of each kind of procedure. */
const readUpright = (elements: readonly Element[]): ReadonlyMap<CellId, Token> | null => {
  const out = new Map<CellId, Token>();
  let group: string | null = null;
  let heads: string[] = [];
  let figures = 0;
  for (const element of elements) {
    if (element.type === 'unknown') continue;
    if (element.type === 'label') {
      const { label } = element;
      if (label.part !== 'reviews') return null;
      if (label.role === 'column') heads.push(label.id);
      else if (rows.includes(label.id)) {
        group = label.id;
        heads = [];
      }
      continue;
    }
    const tokens = element.tokens.filter((token) => token.kind !== 'gap');
    if (group === null || !tokens.some((token) => token.kind === 'figure')) continue;
    const names = heads.length === 0 ? columns : heads;
    if (tokens.length !== names.length || (names.length !== 1 && names.length !== columns.length))
      return null;
    for (const [at, name] of names.entries()) {
      const id = cellId('reviews', group, name);
      if (out.has(id)) return null;
      out.set(id, tokens[at] as Token);
      figures += 1;
    }
    heads = [];
  }
  return figures === reviewCells.length ? out : null;
};
