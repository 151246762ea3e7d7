import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import type { Line, SourceCell } from '../source.ts';
import type { Flow, FlowCell, FlowTable } from './flow.ts';
import { splitParagraph } from './split-paragraph.ts';

/**
 * The lines of a word processor's text. A table that only lays out the page (a single column, or one whose
 * cells hold other tables) is taken apart into what stands in its cells; every other becomes grid rows.
 * Throws `file.tooLarge` beyond `limits.cells`.
 */
export const linesOfFlow = (flow: Flow, limits: Limits): readonly Line[] => {
  const lines: Line[] = [];
  let paragraph = 0;
  let table = 0;
  let cellsLeft = limits.cells;

  const addFlow = (blocks: Flow): void => {
    for (const block of blocks) typeof block === 'string' ? addParagraph(block) : addTable(block);
  };

  const addParagraph = (text: string): void => {
    const pieces = splitParagraph(text);
    if (pieces.length > 0) paragraph++;
    for (const texts of pieces)
      lines.push({
        kind: texts.length > 1 ? 'cells' : 'text',
        cells: texts.map((piece, column) => ({
          text: piece,
          place: { kind: 'paragraph', paragraph },
          column,
          columnSpan: 1,
          rowSpan: 1,
        })),
        table: 0,
        row: 0,
      });
  };

  const addTable = (block: FlowTable): void => {
    if (isSingleColumn(block) || block.rows.some((row) => row.cells.some(holdsTable))) takeApart(block);
    else addGrid(block);
  };

  /** Rows of a layout table that hold no table themselves still are rows; neighbours of them stay one table. */
  const takeApart = (block: FlowTable): void => {
    const single = isSingleColumn(block);
    let plain: FlowTable['rows'][number][] = [];
    const flush = () => {
      if (plain.length > 0) addGrid({ rows: plain });
      plain = [];
    };
    for (const row of block.rows) {
      if (!single && !row.cells.some(holdsTable)) {
        plain.push(row);
        continue;
      }
      flush();
      for (const cell of row.cells) if (cell.vertical !== 'covered') addFlow(cell.flow);
    }
    flush();
  };

  const addGrid = (block: FlowTable): void => {
    table++;
    const rowSpans = countRowSpans(block);
    for (const [index, row] of block.rows.entries()) {
      const cells: SourceCell[] = [];
      for (const cell of row.cells) {
        cellsLeft -= cell.columnSpan;
        if (cellsLeft < 0) throw new ReadError('file.tooLarge', { limit: `${limits.cells} 个单元格` });
        const rowSpan = rowSpans.get(cell) ?? 1;
        if (rowSpan === 0) continue;
        cells.push({
          text: textOf(cell.flow).trim(),
          place: { kind: 'table', table, row: index + 1, column: cell.column + 1 },
          column: cell.column,
          columnSpan: cell.columnSpan,
          rowSpan,
        });
      }
      lines.push({ kind: 'grid', cells, table, row: index + 1 });
    }
  };

  addFlow(flow);
  return lines;
};

/** Heights of the cells that are merged downwards; 0 for a covered cell that has its anchor. */
const countRowSpans = (block: FlowTable): ReadonlyMap<FlowCell, number> => {
  const spans = new Map<FlowCell, number>();
  let above = new Map<number, FlowCell>();
  for (const row of block.rows) {
    const open = new Map<number, FlowCell>();
    for (const cell of row.cells) {
      if (cell.vertical === 'single') continue;
      const anchor = cell.vertical === 'covered' ? above.get(cell.column) : undefined;
      if (anchor !== undefined) {
        spans.set(anchor, (spans.get(anchor) ?? 1) + 1);
        spans.set(cell, 0);
      }
      open.set(cell.column, anchor ?? cell);
    }
    above = open;
  }
  return spans;
};

const isSingleColumn = (block: FlowTable): boolean => block.rows.every((row) => row.cells.length <= 1);

/** Whether a cell holds a table worth the name; a nested single cell or line is only a way to draw a box. */
const holdsTable = (cell: FlowCell): boolean =>
  cell.flow.some((block) => typeof block !== 'string' && isReal(block));

const isReal = (block: FlowTable): boolean =>
  (block.rows.length > 1 && !isSingleColumn(block)) || block.rows.some((row) => row.cells.some(holdsTable));

const textOf = (flow: Flow): string => {
  if (flow.length === 1 && typeof flow[0] === 'string') return flow[0];
  return flow.map((block) => (typeof block === 'string' ? block : textOfTable(block))).join('\n');
};

const textOfTable = (block: FlowTable): string =>
  block.rows.map((row) => row.cells.map((cell) => textOf(cell.flow)).join('\t')).join('\n');
