import type { Line } from '../source.ts';
import type { TextLine } from './build-lines.ts';
import { dropFurniture } from './drop-furniture.ts';
import {
  isSameParagraph,
  joinParagraph,
  type Margins,
  marginsOf,
  type PlacedLine,
} from './join-paragraphs.ts';
import { goesOn, joinTables, type TablePart } from './join-tables.ts';
import { layoutBlocks, type PageBlocks } from './layout-blocks.ts';
import { type LayoutPage, toDisplayed } from './layout-page.ts';

/**
 * Reads pages as drawn into lines of cells: ruled tables as `grid`, lines with gaps as `cells`, the rest
 * as `text`, one line a paragraph. Page numbers and running heads are left out.
 */
export const layoutLines = (pages: readonly LayoutPage[]): readonly Line[] => {
  const laidOut = dropFurniture(pages.flatMap(layoutBlocks));
  const margins = new Map(laidOut.map((page) => [page.page, pageMargins(page)]));
  const lines: Line[] = [];
  let table = 0;
  for (const item of inOrder(laidOut)) {
    if (item.kind === 'table') lines.push(...tableLines(item.parts, ++table));
    else lines.push(...textLines(item.lines, margins));
  }
  return lines;
};

type Item =
  | { readonly kind: 'text'; readonly lines: PlacedLine[] }
  | { readonly kind: 'table'; readonly parts: TablePart[] };

/** Runs of text lines, and tables with their pieces on the pages that follow. */
const inOrder = (pages: readonly PageBlocks[]): readonly Item[] => {
  const items: Item[] = [];
  for (const { page, blocks } of pages) {
    blocks.forEach((block, index) => {
      const last = items.at(-1);
      if (block.kind === 'line') {
        if (last?.kind === 'text') last.lines.push({ page, line: block.line });
        else items.push({ kind: 'text', lines: [{ page, line: block.line }] });
        return;
      }
      const part: TablePart = { page, table: block.table };
      if (last?.kind === 'table' && index === 0 && goesOn(last.parts.at(-1)!, part)) last.parts.push(part);
      else items.push({ kind: 'table', parts: [part] });
    });
  }
  return items;
};

const pageMargins = ({ blocks }: PageBlocks): Margins =>
  marginsOf(
    blocks
      .filter((block) => block.kind === 'line')
      .map((block) => block.line)
      .filter((line) => line.pieces.length === 1),
  );

const tableLines = (parts: readonly TablePart[], table: number): readonly Line[] => {
  const rows = new Map<number, Line['cells'][number][]>();
  const cells = [...joinTables(parts)].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? [];
    rows.set(cell.row, row);
    row.push({
      text: cell.text,
      place: { kind: 'page', page: cell.page.number, box: toDisplayed(cell.page, cell.box) },
      column: cell.column,
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
    });
  }
  return [...rows].map(([row, cells]) => ({ kind: 'grid', table, row: row + 1, cells }));
};

const textLines = (
  lines: readonly PlacedLine[],
  margins: ReadonlyMap<LayoutPage, Margins>,
): readonly Line[] => {
  const paragraphs: PlacedLine[][] = [];
  for (const line of lines) {
    const above = paragraphs.at(-1)?.at(-1);
    const single = line.line.pieces.length === 1 && above?.line.pieces.length === 1;
    if (above && single && isSameParagraph(above, line, margins)) paragraphs.at(-1)!.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((paragraph) => {
    const first = paragraph[0]!;
    if (first.line.pieces.length > 1) return piecesLine(first.page, first.line);
    const { text, page, box } = joinParagraph(paragraph);
    const place = { kind: 'page', page: page.number, box: toDisplayed(page, box) } as const;
    return { kind: 'text', table: 0, row: 0, cells: [{ text, place, column: 0, columnSpan: 1, rowSpan: 1 }] };
  });
};

const piecesLine = (page: LayoutPage, line: TextLine): Line => ({
  kind: 'cells',
  table: 0,
  row: 0,
  cells: line.pieces.map((piece, column) => ({
    text: piece.text,
    place: { kind: 'page', page: page.number, box: toDisplayed(page, piece.box) },
    column,
    columnSpan: 1,
    rowSpan: 1,
  })),
});
