import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import type { Line, SourceCell } from '../source.ts';
import { splitLine } from '../text/split-line.ts';
import { foldLines } from './fold-text.ts';
import type { Flow, PageCell, PageTable } from './page.ts';

/** No cell of a statutory table is this long; a row with such a cell only lays the page out. */
const longest = 200;

const cellText = (cell: PageCell): string =>
  cell.flow.parts
    .map((part) => (typeof part === 'string' ? foldLines(part).join('\n') : ''))
    .join('\n')
    .trim();

const isTable = (part: string | PageTable): part is PageTable => typeof part !== 'string';

/** One cell is a frame around something, not a table. */
const isFrame = (table: PageTable): boolean => table.rows.length === 1 && table.rows[0]?.length === 1;

const holdsTable = (flow: Flow): boolean =>
  flow.parts.some((part) => isTable(part) && (!isFrame(part) || holdsTable(part.rows[0]?.[0]?.flow ?? flow)));

/** Tables that only lay the page out hold the real ones in their cells. */
const isLayout = (table: PageTable): boolean =>
  table.rows.some((row) => row.some((cell) => holdsTable(cell.flow)));

/** A framed piece of text inside a cell is the cell's own text. */
const unframe = (flow: Flow): Flow =>
  flow.parts.some(isTable)
    ? {
        parts: flow.parts.flatMap((part) =>
          isTable(part) && isFrame(part) ? unframe(part.rows[0]?.[0]?.flow ?? { parts: [] }).parts : [part],
        ),
      }
    : flow;

/**
 * The lines of a page: text outside tables line by line, each row of an innermost table as a `grid` line
 * with its true columns. Spans are counted out, a merged cell stands once, at its anchor.
 *
 * @throws ReadError `file.hostile` for more lines of text than `limits.cells`
 */
export const pageLines = (root: Flow, limits: Limits): readonly Line[] => {
  const lines: Line[] = [];
  let paragraphs = 0;
  let tables = 0;

  const addLines = (text: string): void => {
    for (const line of foldLines(text)) {
      paragraphs += 1;
      if (paragraphs > limits.cells)
        throw new ReadError('file.hostile', { detail: `超过 ${limits.cells} 段文字` });
      const place = { kind: 'paragraph', paragraph: paragraphs } as const;
      const split = line.includes('\t') ? splitLine(line, paragraphs) : null;
      const pieces = split?.kind === 'cells' ? split.cells.map((cell) => cell.text) : null;
      lines.push({
        kind: pieces ? 'cells' : 'text',
        cells: (pieces ?? [line]).map((text, column) => ({ text, place, column, columnSpan: 1, rowSpan: 1 })),
        table: 0,
        row: 0,
      });
    }
  };

  const addGrid = (table: PageTable): void => {
    tables += 1;
    /** By column, the first row in which it is free again. */
    const freeFrom: number[] = [];
    for (const [index, row] of table.rows.entries()) {
      const cells: SourceCell[] = [];
      let column = 0;
      for (const cell of row) {
        while ((freeFrom[column] ?? 0) > index) column += 1;
        const rowSpan = Math.min(cell.rowSpan, table.rows.length - index);
        const place = { kind: 'table', table: tables, row: index + 1, column: column + 1 } as const;
        cells.push({ text: cellText(cell), place, column, columnSpan: cell.columnSpan, rowSpan });
        for (let end = column + cell.columnSpan; column < end; column += 1)
          freeFrom[column] = index + rowSpan;
      }
      if (cells.some((cell) => cell.text.length >= longest))
        for (const cell of cells) addLines(cell.text.replaceAll('\n', '\u2028'));
      else lines.push({ kind: 'grid', cells, table: tables, row: index + 1 });
    }
  };

  const addFlow = (flow: Flow): void => {
    for (const part of flow.parts) {
      if (!isTable(part)) addLines(part);
      else if (isFrame(part) || isLayout(part))
        for (const row of part.rows) for (const cell of row) addFlow(cell.flow);
      else
        addGrid({ rows: part.rows.map((row) => row.map((cell) => ({ ...cell, flow: unframe(cell.flow) }))) });
    }
  };

  addFlow(root);
  return lines;
};
