import type { Element, Run } from './runs.ts';

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
}

interface Placed {
  readonly run: Run;
  readonly at: number;
  owner: number;
  /** Rows of which a piece of the label stands beside this run. */
  readonly hints: ReadonlySet<number>;
  /** Unknown words stand in the label's place. */
  readonly strange: boolean;
  readonly blank: boolean;
}

/**
 * Gives each row of a table the run of figures that belongs to it: the one beside its label or right
 * behind it; and between two rows that are certain, as many runs as there are rows left, in order.
 * Where the counts differ and no label decides, nothing is given.
 *
 * @param rows ids in the form's order
 * @param width cells of each row
 */
export const assignRuns = (
  elements: readonly Element[],
  rows: readonly string[],
  width: (row: string) => number,
): Assignment => {
  const index = new Map(rows.map((row, at) => [row, at]));
  const rowOf = (element: Element | undefined): number =>
    element?.type === 'label' && element.label.role === 'row' ? (index.get(element.label.id) ?? -1) : -1;
  const labelled = new Set<number>();
  const labelAt = new Map<number, number[]>();
  elements.forEach((element, at) => {
    const row = rowOf(element);
    if (row < 0 || element.type !== 'label') return;
    if (element.whole) labelled.add(row);
    labelAt.set(row, [...(labelAt.get(row) ?? []), at]);
  });
  const placed = elements.flatMap((element, at) =>
    element.type === 'run' ? place(elements, element, at, rowOf, width, rows) : [],
  );
  settleTwins(placed);
  fillBetween(placed, labelAt, elements, rows.length);
  const runs = new Map<string, RowRun>();
  for (const one of placed) {
    if (one.owner < 0) continue;
    const near = (labelAt.get(one.owner) ?? []).some(
      (at) => Math.abs((elements[at] as Element).line - one.run.line) < 4,
    );
    runs.set(rows[one.owner] as string, { run: one.run, labelled: near || labelled.has(one.owner) });
  }
  return { runs, labelled: new Set([...labelled].map((row) => rows[row] as string)) };
};

const figures = (run: Run): number => run.tokens.filter((token) => token.kind === 'figure').length;

/** One run, or several where the labels between rows are lost and the figures of full rows follow each other. */
const place = (
  elements: readonly Element[],
  run: Run,
  at: number,
  rowOf: (element: Element | undefined) => number,
  width: (row: string) => number,
  rows: readonly string[],
): readonly Placed[] => {
  let from = at - 1;
  while (from >= 0 && elements[from]?.type !== 'run') from -= 1;
  const before = elements.slice(from + 1, at);
  const beside = run.rowLike ? before.filter((element) => element.line === run.line) : before;
  // A line with column heads holds no figures of a row.
  if (
    run.rowLike &&
    beside.some(
      (one) =>
        one.type === 'label' &&
        (one.label.role === 'column' || one.label.role === 'band' || one.label.role === 'corner'),
    )
  )
    return [];
  const blank = figures(run) === 0;
  // Empty cells before a label belong to the groups on its left.
  if (blank && run.rowLike && beside.length === 0 && elements[at + 1]?.line === run.line) return [];
  const last = beside.at(-1);
  const lastKnown = beside.findLast((element) => rowOf(element) >= 0);
  const direct = ownerOf(beside, last, lastKnown, rowOf, run);
  if (direct < 0 && blank && last?.type === 'label' && last.label.role !== 'row') return [];
  const after = elements[at + 1];
  const hints = new Set([...beside, ...(run.rowLike ? [] : [after])].map(rowOf).filter((row) => row >= 0));
  const strange = beside.some((element) => element.type === 'unknown' && element.key.length > 3);
  const pieces = splitFullRows(run, direct >= 0 ? width(rows[direct] as string) : 0);
  return pieces.map((piece, nth) => ({
    run: piece,
    at,
    owner: nth === 0 ? direct : -1,
    hints: nth === 0 ? hints : new Set<number>(),
    strange: nth === 0 && strange,
    blank: figures(piece) === 0,
  }));
};

const ownerOf = (
  beside: readonly Element[],
  last: Element | undefined,
  lastKnown: Element | undefined,
  rowOf: (element: Element | undefined) => number,
  run: Run,
): number => {
  if (lastKnown === undefined || last === undefined) return -1;
  const row = rowOf(lastKnown);
  const whole = lastKnown.type === 'label' && lastKnown.whole;
  const behind = beside.slice(beside.lastIndexOf(lastKnown) + 1);
  const onlyScraps = behind.every((element) => element.type === 'unknown' && element.key.length <= 2);
  if (!onlyScraps) return -1;
  if (whole) return row;
  // A last piece of a label is enough only if its first pieces stand before it.
  return !run.rowLike && beside.some((element) => element !== lastKnown && rowOf(element) === row) ? row : -1;
};

const splitFullRows = (run: Run, width: number): readonly Run[] => {
  const cells = run.tokens.filter((token) => token.kind !== 'gap');
  if (run.rowLike || width === 0 || cells.length <= width || cells.length % width !== 0) return [run];
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
    for (const one of twins) if (one !== keep) one.owner = keep === undefined ? -2 : -3;
  }
};

const textOf = (run: Run | undefined): string =>
  run === undefined ? '' : run.tokens.map((token) => token.text).join(' ');

const fillBetween = (
  placed: readonly Placed[],
  labelAt: ReadonlyMap<number, readonly number[]>,
  elements: readonly Element[],
  count: number,
): void => {
  let from = 0;
  while (from < placed.length) {
    if ((placed[from] as Placed).owner !== -1) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < placed.length && (placed[to] as Placed).owner < 0) to += 1;
    const low = placed.slice(0, from).findLast((one) => one.owner >= 0)?.owner ?? -1;
    const high = placed[to]?.owner ?? count;
    const taken = new Set(placed.map((one) => one.owner));
    const free: number[] = [];
    for (let row = low + 1; row < high; row++) if (!taken.has(row)) free.push(row);
    fill(onePerLabel(placed.slice(from, to).filter((one) => one.owner === -1)), free, labelAt, elements);
    from = to;
  }
};

/** A row cut in two by a page break has a piece of its label on either side: of its runs all but one are empty. */
const onePerLabel = (open: readonly Placed[]): readonly Placed[] => {
  const out: Placed[] = [];
  for (const one of open) {
    const before = out.at(-1);
    const same =
      before !== undefined &&
      before.hints.size === 1 &&
      one.hints.size === 1 &&
      [...one.hints][0] === [...before.hints][0];
    if (!same || (!before.blank && !one.blank)) out.push(one);
    else if (before.blank) out[out.length - 1] = one;
  }
  return out;
};

const fill = (
  open: readonly Placed[],
  free: readonly number[],
  labelAt: ReadonlyMap<number, readonly number[]>,
  elements: readonly Element[],
): void => {
  const choices = [
    open,
    open.filter((one) => !one.strange),
    open.filter((one) => !one.blank),
    open.filter((one) => !one.blank && !one.strange),
  ];
  const fitting = choices.find(
    (choice) =>
      choice.length > 0 &&
      choice.length === free.length &&
      choice.every((one, nth) => one.hints.size === 0 || one.hints.has(free[nth] as number)),
  );
  if (fitting) {
    fitting.forEach((one, nth) => {
      one.owner = free[nth] as number;
    });
    return;
  }
  byNearestLabel(
    open.filter((one) => !one.blank),
    free,
    labelAt,
    elements,
  );
};

/** Fewer figures than rows: each run belongs to the one label that stands on the line next to it. */
const byNearestLabel = (
  open: readonly Placed[],
  free: readonly number[],
  labelAt: ReadonlyMap<number, readonly number[]>,
  elements: readonly Element[],
): void => {
  const found = open.map((one) => {
    const near = free.filter(
      (row) =>
        one.hints.has(row) ||
        (labelAt.get(row) ?? []).some((at) => Math.abs((elements[at] as Element).line - one.run.line) === 1),
    );
    return near.length === 1 ? (near[0] as number) : -1;
  });
  found.forEach((row, at) => {
    if (row < 0 || found.filter((one) => one === row).length > 1) return;
    (open[at] as Placed).owner = row;
  });
};
