import { markDots } from './mark-font.ts';
import type { PixelBox, Pixels } from './picture.ts';

/** An area in pixels, with what is to be printed on it. */
export interface PaintedArea {
  readonly box: PixelBox;
  readonly mark: string;
}

/** The least size of a mark's dot in pixels, below which nobody could read it, and the largest. */
const [leastDot, mostDot] = [1, 5];

/**
 * Overwrites the areas with black, every pixel that an area touches; then prints the marks in white where
 * they fit, one dot clear of the edge. Areas first, all of them: where two overlap no mark shows a hole.
 */
export const paintAreas = (picture: Pixels, areas: readonly PaintedArea[]): void => {
  for (const { box } of areas) fill(picture, box, 0);
  for (const { box, mark } of areas) printMark(picture, box, mark);
};

const fill = ({ width, height, rgba }: Pixels, box: PixelBox, level: number): void => {
  const left = Math.max(0, Math.floor(box[0]));
  const right = Math.min(width, Math.ceil(box[2]));
  for (let y = Math.max(0, Math.floor(box[1])); y < Math.min(height, Math.ceil(box[3])); y++) {
    rgba.fill(level, (y * width + left) * 4, (y * width + Math.max(left, right)) * 4);
    for (let x = left; x < right; x++) rgba[(y * width + x) * 4 + 3] = 255;
  }
};

const printMark = (picture: Pixels, box: PixelBox, mark: string): void => {
  const [left, top, right, bottom] = [
    Math.max(0, Math.floor(box[0])),
    Math.max(0, Math.floor(box[1])),
    Math.min(picture.width, Math.ceil(box[2])),
    Math.min(picture.height, Math.ceil(box[3])),
  ];
  const { width, height, dots } = markDots(mark);
  const fits = Math.floor(Math.min((right - left) / (width + 2), (bottom - top) / (height + 2)));
  if (fits < leastDot) return;
  const dot = Math.min(fits, mostDot);
  const x0 = left + Math.floor((right - left - width * dot) / 2);
  const y0 = top + Math.floor((bottom - top - height * dot) / 2);
  for (const [x, y] of dots)
    fill(picture, [x0 + x * dot, y0 + y * dot, x0 + (x + 1) * dot, y0 + (y + 1) * dot], 255);
};
