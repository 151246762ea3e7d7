import type { Box } from '../../place.ts';
import { unite } from './build-lines.ts';
import type { FilledGrid } from './fill-grid.ts';
import { boxOf } from './find-grids.ts';
import type { LayoutPage } from './layout-page.ts';

/** The piece of a table that stands on one page. */
export interface TablePart {
  readonly page: LayoutPage;
  readonly table: FilledGrid;
}

export interface TableCell {
  readonly text: string;
  readonly page: LayoutPage;
  readonly box: Box;
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly columnSpan: number;
  /** Its last line fills the cell. */
  readonly full: boolean;
}

const sameEdge = 4;

/** Whether the second is the first going on over the page: same outer edges, and no column edge of its own. */
export const goesOn = (above: TablePart, below: TablePart): boolean => {
  const [left, , right] = boxOf(above.table.grid);
  const [left2, , right2] = boxOf(below.table.grid);
  if (Math.abs(right - left - (right2 - left2)) > sameEdge) return false;
  // Mirrored margins move the whole table sideways, half an inch at most; the other half of a sheet does by more.
  const shift = left2 - left;
  const sameSheet = above.page.number === below.page.number;
  if (!sameSheet && Math.abs(shift) > 36) return false;
  const [few, many] = [above.table.grid.xs, below.table.grid.xs.map((x) => x - shift)].sort(
    (a, b) => a.length - b.length,
  ) as [readonly number[], readonly number[]];
  return few.every((x) => many.some((y) => Math.abs(x - y) <= sameEdge));
};

/**
 * Makes one table of its pieces on several pages: columns are counted over all pieces, heads printed again
 * are dropped, and what the page break cut in two (a row, or the cell of a group of rows) is put together
 * where that is certain.
 */
export const joinTables = (parts: readonly TablePart[]): readonly TableCell[] => {
  const left = parts[0]!.table.grid.xs[0]!;
  const edges = commonEdges(
    parts.flatMap(({ table }) => table.grid.xs.map((x) => x - table.grid.xs[0]! + left)),
  );
  let cells: TableCell[] = [];
  for (const part of parts) {
    const next = cellsOf(part, edges, left);
    cells = cells.length === 0 ? next : append(cells, next);
  }
  return cells;
};

const commonEdges = (xs: readonly number[]): readonly number[] => {
  const edges: number[] = [];
  for (const x of [...xs].sort((a, b) => a - b))
    if (edges.length === 0 || x - edges.at(-1)! > sameEdge) edges.push(x);
  return edges;
};

const cellsOf = ({ page, table }: TablePart, edges: readonly number[], left: number): TableCell[] => {
  const { xs, ys } = table.grid;
  const edgeAt = (x: number): number => {
    const at = x - xs[0]! + left;
    const found = edges.findIndex((edge) => Math.abs(edge - at) <= sameEdge);
    return found === -1 ? 0 : found;
  };
  return table.grid.cells.map((cell, index) => {
    const column = edgeAt(xs[cell.column]!);
    const end = edgeAt(xs[cell.column + cell.columnSpan]!);
    return {
      text: table.texts[index]!,
      page,
      box: [
        xs[cell.column]!,
        ys[cell.row]!,
        xs[cell.column + cell.columnSpan]!,
        ys[cell.row + cell.rowSpan]!,
      ],
      row: cell.row,
      rowSpan: cell.rowSpan,
      column,
      columnSpan: Math.max(1, end - column),
      full: table.full[index]!,
    };
  });
};

const rowCount = (cells: readonly TableCell[]): number =>
  cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0);

const append = (above: readonly TableCell[], next: readonly TableCell[]): TableCell[] => {
  const below = withoutHead(above, next);
  const rows = rowCount(above);
  const pairs = pairUp(above, below, rows);
  const cut = isRowCut(pairs);
  const joined = new Map<TableCell, TableCell>();
  for (const [a, b] of pairs) if (cut || isGroupCut(a, b, below)) joined.set(a, b);
  const gone = new Set(joined.values());
  const offset = cut ? rows - 1 : rows;
  return [
    ...above.map((a) => {
      const b = joined.get(a);
      return b === undefined ? a : merge(a, b, offset);
    }),
    ...below.filter((b) => !gone.has(b)).map((b) => ({ ...b, row: b.row + offset })),
  ];
};

const merge = (a: TableCell, b: TableCell, offset: number): TableCell => {
  const place = a.text === '' && b.text !== '' ? b : a;
  return {
    ...a,
    text: [a.text, b.text].filter((text) => text !== '').join('\n'),
    page: place.page,
    box: place.page === a.page && place.page === b.page ? unite([a.box, b.box]) : place.box,
    rowSpan: offset + b.rowSpan - a.row,
    full: b.full,
  };
};

/** Cells at the foot of the first piece and at the head of the second that lie in the same columns. */
const pairUp = (
  above: readonly TableCell[],
  below: readonly TableCell[],
  rows: number,
): readonly (readonly [TableCell, TableCell])[] =>
  above
    .filter((cell) => cell.row + cell.rowSpan === rows)
    .flatMap((a) => {
      const b = below.find(
        (cell) => cell.row === 0 && cell.column === a.column && cell.columnSpan === a.columnSpan,
      );
      return b === undefined ? [] : [[a, b] as const];
    });

const figure = /^[\s\d.,，．+\-－—\\＼/／]+$/;
const mark = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．，]|^[㈠-㈩⑴-⒇①-⑳]/;
const plain = (text: string): string => text.replace(/\s/g, '');
/** A figure, perhaps with a unit or a remark behind it; `1.属于国家秘密` begins with an item mark. */
const withRemark = /^[+\-－—]?\d[\d,，]*(?:[.．]\d+)?(?![\d.．,，、)）])/;
const beginsFigure = (text: string): boolean =>
  text !== '' && (figure.test(text) || withRemark.test(plain(text)));
const isLabel = (text: string): boolean => text !== '' && !figure.test(text);

/**
 * A row is cut where its label is (a full last line above, no new item mark below) and one half has all
 * the figures. A second row of figures, even of blanks under a finished label, is a row of its own.
 */
const isRowCut = (pairs: readonly (readonly [TableCell, TableCell])[]): boolean => {
  // Labels stand left of all figures; words among these (无, 22（其中修订16件）) are no labels.
  const first = Math.min(
    ...pairs.filter(([a, b]) => beginsFigure(a.text) || beginsFigure(b.text)).map(([a]) => a.column),
  );
  const labels = pairs.filter(([a, b]) => a.column < first && isLabel(a.text) && isLabel(b.text));
  const last = labels.at(-1);
  if (last === undefined || !last[0].full || last[1].rowSpan !== 1 || mark.test(plain(last[1].text)))
    return false;
  const right = pairs.filter(([a]) => a.column > last[0].column);
  const above = right.some(([a]) => a.text !== '');
  const below = right.some(([, b]) => b.text !== '');
  const figures = right.every(([a, b]) => !isLabel(a.text) && !isLabel(b.text));
  return figures && above !== below && right.length > 0;
};

/**
 * The cell of a group is cut where the rows beside it go on with an item of their own (法提供 | 2.没有现成信息),
 * and its own words below, if any, begin no new group.
 */
const isGroupCut = (a: TableCell, b: TableCell, below: readonly TableCell[]): boolean => {
  if (a.text === '' || beginsFigure(a.text) || beginsFigure(b.text)) return false;
  const beside = below.filter((cell) => cell.row === 0 && cell.column > b.column);
  if (!beside.some((cell) => mark.test(plain(cell.text)) && !beginsFigure(cell.text))) return false;
  return b.text === '' || (mark.test(plain(a.text)) && !mark.test(plain(b.text)));
};

/** Drops rows at the head of a piece that repeat the head of the whole table word for word. */
const withoutHead = (above: readonly TableCell[], next: readonly TableCell[]): readonly TableCell[] => {
  const signature = (cells: readonly TableCell[], row: number): string =>
    cells
      .filter((cell) => cell.row === row)
      .map((cell) => `${cell.column}+${cell.columnSpan}x${cell.rowSpan}:${plain(cell.text)}`)
      .join('|');
  const isHead = (row: number): boolean => {
    const texts = next.filter((cell) => cell.row === row).map((cell) => plain(cell.text));
    return texts.some((text) => text !== '') && !texts.some((text) => text !== '' && figure.test(text));
  };
  const last = rowCount(next) - 1;
  let head = 0;
  while (head < last && isHead(head) && signature(above, head) === signature(next, head)) head++;
  // Only whole rows: a cell that reaches on into the figures keeps its row.
  while (head > 0 && next.some((cell) => cell.row < head && cell.row + cell.rowSpan > head)) head--;
  return head === 0
    ? next
    : next.filter((cell) => cell.row >= head).map((cell) => ({ ...cell, row: cell.row - head }));
};
