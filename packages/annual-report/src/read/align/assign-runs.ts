import { fillBetween } from './fill-between.ts';
import type { Element, Named, Run } from './runs.ts';

/** A row of the form, and the run of figures that is its own. */
export interface RowRun {
  readonly run: Run;
  /** The row's label stands beside the figures (or by itself next to them); otherwise only the order tells. */
  readonly labelled: boolean;
}

export interface Assignment {
  readonly runs: ReadonlyMap<string, RowRun>;
  /** Rows whose label is printed, with figures or without. */
  readonly labelled: ReadonlySet<string>;
  /** Rows whose labels stand elsewhere, with full rows of figures that only their order gives to them. */
  readonly guessed: ReadonlyMap<string, Run>;
  /** Rows without figures of their own that may be the owners of figures which nothing tells apart. */
  readonly robbed: ReadonlySet<string>;
}

/** A run of figures looking for its row. */
export interface Placed {
  readonly run: Run;
  /** The row, by its number; -1 = not known yet, less = never to be known. */
  owner: number;
  /** Rows of which a piece of the label stands beside this run. */
  readonly hints: ReadonlySet<number>;
  /** Unknown words stand in the label's place. */
  readonly strange: boolean;
  /** A full row that follows another without any words between. */
  readonly bare: boolean;
  readonly blank: boolean;
  /** The rows of the small table whose band stands above; null where any row will do. */
  readonly band: string | null;
}

/** Where a row's label stands. */
export interface LabelPlaces {
  readonly whole: ReadonlySet<number>;
  readonly lines: ReadonlyMap<number, readonly number[]>;
}

/**
 * Gives each row of a table the run of figures that belongs to it: the one beside its label or right
 * behind it; and between two rows that are certain, as many runs as there are rows left, in order.
 * Where the counts differ and no label decides, nothing is given.
 *
 * @param rows ids in the form's order
 * @param width cells of each row
 * @param tableOf the small table of a row, where bands part the rows
 */
export const assignRuns = (
  elements: readonly Element[],
  rows: readonly string[],
  width: (row: string) => number,
  tableOf: (row: string) => string | null,
): Assignment => {
  const index = new Map(rows.map((row, at) => [row, at]));
  const rowOf = (element: Element | undefined): number =>
    element?.type === 'label' && element.label.role === 'row' ? (index.get(element.label.id) ?? -1) : -1;
  const labels = placesOf(elements, rowOf);
  const placed: Placed[] = [];
  let band: string | null = null;
  elements.forEach((element, at) => {
    if (element.type === 'label' && element.label.role === 'band' && element.whole)
      band = element.label.table;
    if (element.type === 'run')
      placed.push(...place(elements, at, element, band, rowOf, (row) => width(rows[row] as string)));
  });
  leaveStrays(placed);
  settleTwins(placed);
  const guesses = fillBetween(placed, labels, rows.length, (row) => tableOf(rows[row] as string));
  const runs = new Map<string, RowRun>();
  for (const one of placed) {
    if (one.owner < 0) continue;
    const near = (labels.lines.get(one.owner) ?? []).some((line) => Math.abs(line - one.run.line) < 4);
    runs.set(rows[one.owner] as string, { run: one.run, labelled: near || labels.whole.has(one.owner) });
  }
  const astray = placed.filter((one) => isAstray(one, (row) => width(rows[row] as string)));
  const robbed = rows.filter(
    (row) => !runs.has(row) && astray.some(({ band }) => band === null || band === tableOf(row)),
  );
  return {
    runs,
    labelled: new Set([...labels.whole].map((row) => rows[row] as string)),
    guessed: new Map([...guesses].map(([row, run]) => [rows[row] as string, run])),
    robbed: new Set(robbed),
  };
};

/** Figures that are most of a row, of no known row, without words of their own that say of what; or one row's too many. */
const isAstray = ({ owner, strange, run }: Placed, width: (row: number) => number): boolean =>
  owner >= 0 ? figures(run) > width(owner) + 1 : owner > -3 && !strange && figures(run) * 2 > width(0);

/** In a true table, or between tabs, a figure that stands outside belongs to none of the rows. */
const leaveStrays = (placed: readonly Placed[]): void => {
  for (const kind of ['grid', 'cells'] as const) {
    const inTable = (one: Placed): boolean => one.run.tokens[0]?.lineKind === kind;
    if (placed.filter(inTable).length * 2 <= placed.length) continue;
    const owned = new Set(placed.filter(inTable).map(({ owner }) => owner));
    for (const one of placed) {
      if (inTable(one) || one.run.tokens[0]?.lineKind !== 'text') continue;
      // A row whose label and figure ran into each other still is one, if it is the only one of its name.
      if (kind === 'cells' && one.owner >= 0 && one.run.rowLike && !owned.has(one.owner)) continue;
      one.owner = -3;
    }
  }
};

const placesOf = (elements: readonly Element[], rowOf: (element: Element) => number): LabelPlaces => {
  const whole = new Set<number>();
  const lines = new Map<number, number[]>();
  for (const element of elements) {
    const row = rowOf(element);
    if (row < 0 || element.type !== 'label') continue;
    if (element.whole) whole.add(row);
    lines.set(row, [...(lines.get(row) ?? []), element.line]);
  }
  return { whole, lines };
};

const figures = (run: Run): number => run.tokens.filter((token) => token.kind === 'figure').length;

const isHead = (element: Element): boolean =>
  element.type === 'label' && ['column', 'band', 'corner'].includes(element.label.role);

/** One run, or several where the labels between rows are lost and the figures of full rows follow each other. */
const place = (
  elements: readonly Element[],
  at: number,
  run: Run,
  band: string | null,
  rowOf: (element: Element | undefined) => number,
  width: (row: number) => number,
): readonly Placed[] => {
  let from = at - 1;
  while (from >= 0 && elements[from]?.type !== 'run') from -= 1;
  const before = elements.slice(from + 1, at);
  const onLine = (one: Element): boolean => one.line <= run.line && one.endLine >= run.line;
  const beside = run.rowLike ? before.filter(onLine) : before;
  // A line with column heads holds no figures of a row.
  if (run.rowLike && beside.some(isHead)) return [];
  const blank = figures(run) === 0;
  // Empty cells before a label belong to the groups on its left, a figure there is the row's 序号.
  if (
    run.rowLike &&
    beside.every(({ line }) => line < run.line) &&
    elements[at + 1]?.line === run.line &&
    figures(run) < 2
  )
    return [];
  const last = beside.at(-1);
  const direct = ownerOf(beside, rowOf, run);
  if (direct < 0 && blank && last?.type === 'label' && last.label.role !== 'row') return [];
  const owner = direct < 0 && run.rowLike && !blank ? blockOwner(elements, at, run, rowOf) : direct;
  const after = elements[at + 1];
  const hints = new Set([...beside, ...(run.rowLike ? [] : [after])].map(rowOf).filter((row) => row >= 0));
  const strange = beside.some(
    (element) => element.type === 'unknown' && (element.key.length > 3 || sumWords.test(element.key)),
  );
  return splitFullRows(run, direct >= 0 ? width(direct) : 0, lostAfter(elements, at, direct, rowOf)).map(
    (piece, nth) => ({
      run: piece,
      owner: nth === 0 ? owner : -1,
      hints: nth === 0 ? hints : new Set<number>(),
      // What follows a full row has lost its label: it is no row whose label stands further on.
      strange: nth > 0 || strange,
      bare: nth > 0,
      blank: figures(piece) === 0,
      band,
    }),
  );
};

const ownerOf = (
  beside: readonly Element[],
  rowOf: (element: Element | undefined) => number,
  run: Run,
): number => {
  const known = beside.findLast((element) => rowOf(element) >= 0);
  if (known === undefined || known.type !== 'label') return -1;
  const row = rowOf(known);
  const behind = beside.slice(beside.lastIndexOf(known) + 1);
  const trifle = (element: Element): boolean =>
    element.type === 'unknown' && element.key.length <= 2 && !sumWords.test(element.key);
  if (!behind.every(trifle)) return -1;
  if (known.whole) return row;
  // A last piece of a label is enough only if its first pieces stand before it.
  return !run.rowLike && beside.some((element) => element !== known && rowOf(element) === row) ? row : -1;
};

/**
 * A folded label, and its figures beside any of its lines: they belong to the row whose first piece was
 * the last to begin, as long as nothing but that label's pieces (and its group's) stands in between.
 */
const blockOwner = (
  elements: readonly Element[],
  at: number,
  run: Run,
  rowOf: (element: Element | undefined) => number,
): number => {
  for (let back = at - 1; back >= 0; back--) {
    const element = elements[back] as Element;
    if (element.type === 'run') return -1;
    const row = rowOf(element);
    if (row < 0) {
      if (element.type === 'unknown' && element.key.length > 3 && element.line === run.line) return -1;
      continue;
    }
    const named = element as Named;
    if (named.head) return named.whole || run.line - named.line > 4 ? -1 : row;
  }
  return -1;
};

/** Rows that local templates add below others. */
const sumWords = /^(?:其中)?(?:小计|合计|总计|共计|累计|计)$/u;

/** How many rows of the form lie between this row and the next one that is named: their labels are lost. */
const lostAfter = (
  elements: readonly Element[],
  at: number,
  row: number,
  rowOf: (element: Element | undefined) => number,
): number => {
  const next = elements.slice(at + 1).find((element) => rowOf(element) >= 0 && rowOf(element) !== row);
  return next === undefined ? Number.POSITIVE_INFINITY : rowOf(next) - row - 1;
};

const splitFullRows = (run: Run, width: number, lost: number): readonly Run[] => {
  const cells = run.tokens.filter((token) => token.kind !== 'gap');
  if (run.rowLike || width === 0 || cells.length <= width || cells.length % width !== 0) return [run];
  // As many figures more as whole rows, but no row for them: there are more columns than the form has.
  if (cells.length / width - 1 > lost) return [run];
  const runs: Run[] = [];
  for (let at = 0; at < cells.length; at += width) {
    const tokens = cells.slice(at, at + width);
    runs.push({ ...run, tokens, line: tokens[0]?.line ?? run.line });
  }
  return runs;
};

/** A label printed twice has two runs: one of them empty, or else neither is certain. */
const settleTwins = (placed: readonly Placed[]): void => {
  const byOwner = new Map<number, Placed[]>();
  for (const one of placed)
    if (one.owner >= 0) byOwner.set(one.owner, [...(byOwner.get(one.owner) ?? []), one]);
  for (const twins of byOwner.values()) {
    if (twins.length < 2) continue;
    const full = twins.filter((one) => !one.blank);
    const same = full.every((one) => textOf(one.run) === textOf(full[0]?.run));
    const keep = full.length === 0 ? twins[0] : same ? full[0] : undefined;
    for (const one of twins) if (one !== keep) one.owner = -2;
  }
};

const textOf = (run: Run | undefined): string =>
  run === undefined ? '' : run.tokens.map((token) => token.text).join(' ');
