import type { Box } from '../../place.ts';
import { buildLines, type TextLine } from './build-lines.ts';
import { type FilledGrid, fillGrid } from './fill-grid.ts';
import { boxOf, findGrids } from './find-grids.ts';
import { type Glyph, type LayoutPage, mainTurn, turnPage } from './layout-page.ts';
import { splitSheet } from './split-sheet.ts';

/** What stands on a page, from top to bottom: lines of type, and ruled tables. */
export type Block =
  | { readonly kind: 'line'; readonly line: TextLine; readonly box: Box }
  | { readonly kind: 'table'; readonly table: FilledGrid; readonly box: Box };

export interface PageBlocks {
  /** Upright: turned so that its text reads to the right. */
  readonly page: LayoutPage;
  readonly blocks: readonly Block[];
}

/** Finds the tables and lines of a page, or of both pages of a sheet. It comes as displayed. */
export const layoutBlocks = (displayed: LayoutPage): readonly PageBlocks[] =>
  splitSheet(turnPage(displayed, mainTurn(displayed.glyphs))).map(pageBlocks);

const pageBlocks = (page: LayoutPage): PageBlocks => {
  // Inner tables first: a character belongs to the smallest table around it.
  const grids = [...findGrids(page.rules, page.fills)].sort((a, b) => area(boxOf(a)) - area(boxOf(b)));
  let rest: readonly Glyph[] = page.glyphs;
  const tables: Block[] = [];
  for (const grid of grids) {
    const result = fillGrid(grid, rest);
    // Lines without a character between them are an ornament or a drawing.
    if (result.filled.texts.every((text) => text === '')) continue;
    // Lines between the rows only: the gaps between figures tell the columns better.
    if (result.filled.crowded > 1) continue;
    rest = result.rest;
    tables.push({ kind: 'table', table: result.filled, box: boxOf(grid) });
  }
  const lines = buildLines(
    rest.filter((glyph) => glyph.turn === 0),
    true,
  ).map((line): Block => ({ kind: 'line', line, box: line.box }));
  const blocks = [...lines, ...tables].sort((a, b) => order(a) - order(b));
  return { page, blocks };
};

const area = (box: Box): number => (box[2] - box[0]) * (box[3] - box[1]);

/** Tables by their upper edge, lines by their middle: a heading's box may reach into the table below it. */
const order = (block: Block): number =>
  block.kind === 'table' ? block.box[1] : (block.box[1] + block.box[3]) / 2;
