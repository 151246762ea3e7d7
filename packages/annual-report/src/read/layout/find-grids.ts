import type { Box } from '../../place.ts';
import type { Rule } from './layout-page.ts';
import { mergeRules } from './merge-rules.ts';
import { type GridCell, spanCells } from './span-cells.ts';

/** A table as ruled: the positions of its lines, and the cells between them. */
export interface Grid {
  /** Left to right, one more than columns. */
  readonly xs: readonly number[];
  /** Top to bottom, one more than rows. */
  readonly ys: readonly number[];
  /** By row, then column. */
  readonly cells: readonly GridCell[];
}

/** Lines that end this near to each other meet. */
const meets = 3;
/** Columns and rows narrower than this hold no text: double lines and the spacing between cells. */
const sliver = 4;
/** A line that sticks out this far means a side was left open. */
const sticksOut = 6;
/** More lines than this are a drawing, not a table. */
const mostRules = 3000;
const mostCells = 60_000;

/**
 * Finds the tables of a page from its ruling lines. Sides left open are closed, as at a page break or in
 * tables ruled without outer edges. Where lines bound no table, filled areas side by side may: web pages
 * paint white cells on a dark ground. A table of one column is none: its text is better read as text.
 */
export const findGrids = (rules: readonly Rule[], fills: readonly Box[]): readonly Grid[] => {
  const ruled = gridsOf(rules);
  if (fills.length < 4 || fills.length > mostRules) return ruled;
  const free = fills.filter((fill) => !ruled.some((grid) => overlaps(boxOf(grid), fill)));
  const painted = free.length < 4 ? [] : gridsOf(free.flatMap(edgesOf));
  return [...ruled, ...painted.filter((grid) => grid.ys.length > 2 && isPainted(grid, free))];
};

/** Whether each cell is an area of its own. Where only every other row or the labels are shaded, it tells no columns. */
const isPainted = (grid: Grid, fills: readonly Box[]): boolean =>
  grid.cells.every((cell) => {
    const box: Box = [
      grid.xs[cell.column]!,
      grid.ys[cell.row]!,
      grid.xs[cell.column + cell.columnSpan]!,
      grid.ys[cell.row + cell.rowSpan]!,
    ];
    return fills.some((fill) => fill.every((edge, index) => Math.abs(edge - box[index]!) <= sliver));
  });

export const boxOf = (grid: Grid): Box => [grid.xs[0]!, grid.ys[0]!, grid.xs.at(-1)!, grid.ys.at(-1)!];

const overlaps = (a: Box, b: Box): boolean =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 1 && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 1;

const edgesOf = (box: Box): readonly Rule[] => [
  { horizontal: true, at: box[1], from: box[0], to: box[2] },
  { horizontal: true, at: box[3], from: box[0], to: box[2] },
  { horizontal: false, at: box[0], from: box[1], to: box[3] },
  { horizontal: false, at: box[2], from: box[1], to: box[3] },
];

const gridsOf = (rules: readonly Rule[]): readonly Grid[] => {
  const across = mergeRules(rules, true);
  const down = mergeRules(rules, false);
  if (across.length > mostRules || down.length > mostRules) return [];
  return components(across, down)
    .map(toGrid)
    .filter((grid) => grid !== null);
};

interface Component {
  readonly across: Rule[];
  readonly down: Rule[];
}

/** Groups lines that touch, directly or through others. */
const components = (across: readonly Rule[], down: readonly Rule[]): readonly Component[] => {
  const parent = [...across, ...down].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      if (v.at < h.from - meets || v.at > h.to + meets || h.at < v.from - meets || h.at > v.to + meets)
        return;
      parent[root(across.length + j)] = root(i);
    });
  });
  const groups = new Map<number, Component>();
  const groupOf = (index: number): Component => {
    const key = root(index);
    const found = groups.get(key) ?? { across: [], down: [] };
    groups.set(key, found);
    return found;
  };
  across.forEach((rule, i) => {
    groupOf(i).across.push(rule);
  });
  down.forEach((rule, j) => {
    groupOf(across.length + j).down.push(rule);
  });
  return [...groups.values()].filter((group) => group.across.length > 0 && group.down.length > 0);
};

const toGrid = (component: Component): Grid | null => {
  const { across, down } = closeSides(component);
  const xs = positions(down);
  const ys = positions(across);
  if (xs.length < 3 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) > mostCells) return null;
  return spanCells(xs, ys, across, down, sliver);
};

/**
 * Draws the sides that are missing. At the foot of a page the last row often has no lower line, nor the
 * first row of the next page an upper one; tables without outer edges have lines that run past the last
 * upright.
 */
const closeSides = ({ across, down }: Component): Component => {
  const outermost = (rules: readonly Rule[], ends: readonly number[], direction: 1 | -1): number | null => {
    const edge = Math.max(...rules.map((rule) => rule.at * direction));
    const beyond = ends.filter((end) => end * direction > edge + sticksOut).map((end) => end * direction);
    return beyond.length >= 2 ? Math.max(...beyond) * direction : null;
  };
  const top = outermost(
    across,
    down.map((rule) => rule.from),
    -1,
  );
  const bottom = outermost(
    across,
    down.map((rule) => rule.to),
    1,
  );
  const left = outermost(
    down,
    across.map((rule) => rule.from),
    -1,
  );
  const right = outermost(
    down,
    across.map((rule) => rule.to),
    1,
  );
  const spanX: [number, number] = [
    Math.min(...across.map((rule) => rule.from), ...down.map((rule) => rule.at)),
    Math.max(...across.map((rule) => rule.to), ...down.map((rule) => rule.at)),
  ];
  const spanY: [number, number] = [
    Math.min(...down.map((rule) => rule.from), ...across.map((rule) => rule.at)),
    Math.max(...down.map((rule) => rule.to), ...across.map((rule) => rule.at)),
  ];
  const side = (at: number | null, horizontal: boolean): readonly Rule[] =>
    at === null
      ? []
      : [{ horizontal, at, from: horizontal ? spanX[0] : spanY[0], to: horizontal ? spanX[1] : spanY[1] }];
  return {
    across: [...across, ...side(top, true), ...side(bottom, true)],
    down: [...down, ...side(left, false), ...side(right, false)],
  };
};

/** The distinct positions of lines, those nearer than a sliver taken together. */
const positions = (rules: readonly Rule[]): readonly number[] => {
  const sorted = rules.map((rule) => rule.at).sort((a, b) => a - b);
  const found: number[] = [];
  let first = 0;
  let count = 0;
  for (const at of sorted) {
    if (count > 0 && at - first <= sliver) {
      found[found.length - 1] = (found.at(-1)! * count + at) / ++count;
      continue;
    }
    found.push(at);
    first = at;
    count = 1;
  }
  return found;
};
