import type { LabelPlaces, Placed } from './assign-runs.ts';
import type { Run } from './runs.ts';

/**
 * Gives the runs between two certain rows to the rows between them, where that can be done in one way only.
 *
 * @returns rows whose labels stand elsewhere, with the runs that only their order gives to them
 */
export const fillBetween = (
  placed: readonly Placed[],
  labels: LabelPlaces,
  count: number,
  tableOf: (row: number) => string | null,
): ReadonlyMap<number, Run> => {
  const guesses = new Map<number, Run>();
  let from = 0;
  while (from < placed.length) {
    if ((placed[from] as Placed).owner !== -1) {
      from += 1;
      continue;
    }
    let to = from;
    while (to < placed.length && (placed[to] as Placed).owner < 0 && sameBand(placed, from, to)) to += 1;
    const low = placed.slice(0, from).findLast((one) => one.owner >= 0)?.owner ?? -1;
    const high = placed.slice(to).find((one) => one.owner >= 0)?.owner ?? count;
    const taken = new Set(placed.map((one) => one.owner));
    const { band } = placed[from] as Placed;
    const free: number[] = [];
    for (let row = low + 1; row < high; row++)
      if (!taken.has(row) && (band === null || tableOf(row) === band)) free.push(row);
    if (free.length === 0) takeOverBlank(placed, from, to, tableOf);
    const open = placed.slice(from, to).filter((one) => one.owner === -1);
    fill(onePerLabel(open), free, labels);
    if (open.every((one) => one.owner === -1)) guess(open, free, labels, guesses);
    from = to;
  }
  return guesses;
};

/**
 * Text drawn out of a page column by column: some rows of figures stand by themselves, and their labels further on.
 * As many rows as are missing between two that are certain, and the labels in the form's order: that is a guess.
 */
const guess = (
  open: readonly Placed[],
  free: readonly number[],
  labels: LabelPlaces,
  guesses: Map<number, Run>,
): void => {
  if (open.length !== free.length || !open.every((one) => one.bare && !one.blank)) return;
  const lines = free.flatMap((row) => labels.lines.get(row)?.[0] ?? []);
  if (lines.some((line, at) => at > 0 && line < (lines[at - 1] as number))) return;
  open.forEach((one, nth) => {
    guesses.set(free[nth] as number, one.run);
  });
};

/**
 * Figures between two rows that follow each other in the form, one of which is empty: a row cut by a page
 * break, or figures that stand one line off their label. They are the empty row's, if only one is empty.
 */
const takeOverBlank = (
  placed: readonly Placed[],
  from: number,
  to: number,
  tableOf: (row: number) => string | null,
): void => {
  const open = placed.slice(from, to).filter((one) => one.owner === -1 && !one.blank);
  const only = open[0];
  if (only === undefined || open.length > 1) return;
  const sides = [placed[from - 1], placed[to]].filter(
    (one) =>
      one !== undefined &&
      one.owner >= 0 &&
      one.blank &&
      (only.band === null || tableOf(one.owner) === only.band || only.hints.has(one.owner)),
  );
  const hinted = sides.filter((one) => one !== undefined && only.hints.has(one.owner));
  // One figure alone behind the last row is a page's or a remark's.
  if (hinted.length === 0 && only.run.tokens.filter((token) => token.kind === 'figure').length < 2) return;
  const side = hinted.length === 1 ? hinted[0] : sides.length === 1 ? sides[0] : undefined;
  if (side === undefined || (only.strange && hinted.length === 0)) return;
  only.owner = side.owner;
  side.owner = -2;
};

const sameBand = (placed: readonly Placed[], from: number, to: number): boolean =>
  placed[from]?.band === placed[to]?.band;

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

const fill = (open: readonly Placed[], free: readonly number[], labels: LabelPlaces): void => {
  const printed = open.filter((one) => !one.blank);
  const choices = [open, open.filter((one) => !one.strange), printed, printed.filter((one) => !one.strange)];
  const fitting = choices.find(
    (choice) =>
      choice.length > 0 &&
      choice.length === free.length &&
      choice.every((one, nth) => mayBe(one, free[nth] as number, labels)),
  );
  if (fitting === undefined) {
    byNearestLabel(printed, free, labels);
    return;
  }
  fitting.forEach((one, nth) => {
    one.owner = free[nth] as number;
  });
};

/** A run with other words in its label's place is not the row whose own label is printed elsewhere. */
const mayBe = (one: Placed, row: number, labels: LabelPlaces): boolean =>
  (one.hints.size === 0 || one.hints.has(row)) && !(one.strange && labels.whole.has(row));

/** Fewer figures than rows: each run belongs to the one label that stands on the line next to it. */
const byNearestLabel = (open: readonly Placed[], free: readonly number[], labels: LabelPlaces): void => {
  const found = open.map((one) => {
    if (one.strange) return -1;
    const near = free.filter(
      (row) =>
        one.hints.has(row) ||
        (labels.whole.has(row) &&
          (labels.lines.get(row) ?? []).some((line) => Math.abs(line - one.run.line) === 1)),
    );
    return near.length === 1 ? (near[0] as number) : -1;
  });
  found.forEach((row, at) => {
    if (row < 0 || found.filter((one) => one === row).length > 1) return;
    (open[at] as Placed).owner = row;
  });
};
