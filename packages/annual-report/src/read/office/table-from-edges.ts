import type { Flow, FlowCell, FlowTable } from './flow.ts';

/** The geometry of a row in DOC and RTF. */
export interface RowDefinition {
  /** The horizontal positions of the cells' edges in twips (1/1440 inch); one more than there are cells. */
  readonly edges: readonly number[];
  /** The merge flags of each cell: the lower two bits horizontal, bits 5 and 6 vertical ([MS-DOC] §2.9.317). */
  readonly flags: number[];
}

/** A row as it stands in the text: the contents of its cells, and its definition if it has one. */
export interface DraftRow {
  readonly cells: readonly Flow[];
  readonly definition: RowDefinition | null;
}

/**
 * Edges nearer than this are one line that a hand or a rounding has moved: 100 twips are 1.8 mm, less
 * than the default margins inside a cell, so no column of text is that narrow.
 */
const sameEdge = 100;

const horizontalBits = 3;
const verticalBits = 0x60;
const verticalAnchor = 0x40;

/**
 * Finds the true columns of a table. Word and RTF know no grid: each row has its own cell edges, so the
 * grid is the set of all edges of all rows, and a cell spans as many columns as lie between its two.
 */
export const tableFromEdges = (drafts: readonly DraftRow[]): FlowTable => {
  const rows = drafts.map(withoutSurplus);
  const lines = gridLines(rows);
  return { rows: rows.map((row) => ({ cells: placeCells(row, lines) })) };
};

/** Some writers end a row with an empty cell too many. */
const withoutSurplus = (row: DraftRow): DraftRow => {
  const count = row.definition?.flags.length ?? 0;
  const isSurplus = count > 0 && row.cells.slice(count).every((flow) => flow.length === 0);
  return isSurplus ? { ...row, cells: row.cells.slice(0, count) } : row;
};

const gridLines = (rows: readonly DraftRow[]): readonly number[] => {
  const edges = rows.flatMap((row) => (isDefined(row) ? row.definition.edges : [])).sort((a, b) => a - b);
  const lines: number[] = [];
  for (const edge of edges) if (lines.length === 0 || edge - lines.at(-1)! > sameEdge) lines.push(edge);
  return lines;
};

const isDefined = (row: DraftRow): row is DraftRow & { readonly definition: RowDefinition } =>
  row.definition !== null && row.definition.flags.length >= row.cells.length;

const placeCells = (row: DraftRow, lines: readonly number[]): readonly FlowCell[] => {
  if (!isDefined(row))
    return row.cells.map((flow, column) => ({ column, columnSpan: 1, vertical: 'single', flow }));
  const { edges, flags } = row.definition;
  const cells: FlowCell[] = [];
  let anchorFlag = 0;
  let next = 0;
  for (const [index, flow] of row.cells.entries()) {
    const column = Math.max(lineAt(lines, edges[index]!), next);
    const end = Math.max(lineAt(lines, edges[index + 1]!), column + 1);
    next = end;
    const merged = flags[index]! & horizontalBits;
    // Documentation disagrees on which of both bits marks the first cell of a merged set; the first that has any is it.
    const continues = merged !== 0 && anchorFlag !== 0 && merged !== anchorFlag;
    if (!continues) anchorFlag = merged;
    const before = cells.at(-1);
    if (continues && before !== undefined)
      cells[cells.length - 1] = { ...before, columnSpan: end - before.column };
    else cells.push({ column, columnSpan: end - column, vertical: verticalOf(flags[index]!), flow });
  }
  return cells;
};

const verticalOf = (flags: number): FlowCell['vertical'] => {
  if ((flags & verticalBits) === 0) return 'single';
  return (flags & verticalAnchor) === 0 ? 'covered' : 'anchor';
};

/** The last grid line that is not right of an edge. */
const lineAt = (lines: readonly number[], edge: number): number => {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! > edge) high = middle;
    else low = middle + 1;
  }
  return Math.max(low - 1, 0);
};
