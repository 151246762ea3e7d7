import type { Box } from '../../place.ts';
import type { Grid } from '../layout/find-grids.ts';
import type { Ink, PixelBox } from './ink.ts';

/** The boxes of a grid's cells, in points. */
export const cellsOf = (grid: Grid): readonly Box[] =>
  grid.cells.map((cell) => [
    grid.xs[cell.column]!,
    grid.ys[cell.row]!,
    grid.xs[cell.column + cell.columnSpan]!,
    grid.ys[cell.row + cell.rowSpan]!,
  ]);

export const isIn = ([x, y]: readonly [number, number], box: Box): boolean =>
  x >= box[0] && x < box[2] && y >= box[1] && y < box[3];

/** A box in points as pixels, inside the picture. */
export const pixelsOf = (box: Box, ink: Ink, scale: number): PixelBox => ({
  left: Math.max(0, Math.ceil(box[0] / scale)),
  top: Math.max(0, Math.ceil(box[1] / scale)),
  right: Math.min(ink.width, Math.floor(box[2] / scale)),
  bottom: Math.min(ink.height, Math.floor(box[3] / scale)),
});

/** Pixels of a speck of dust: less than a full stop of small type. */
export const speckOf = (resolution: number): number => Math.max(4, Math.round((resolution / 72) ** 2 * 0.6));
