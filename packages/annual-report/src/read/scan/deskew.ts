import type { PageImage } from '../options.ts';
import { findInk } from './ink.ts';

/** A page fed askew is never further off than this; more is a picture of something else. */
const steepest = 3;
const step = 0.1;
/** Of every so many pixels along a row one is looked at. */
const coarse = 4;

/**
 * Turns a page that was scanned askew upright. The angle is the one at which the ink falls into the
 * sharpest rows: lines of type and ruling lines alike.
 */
export const deskew = (image: PageImage): PageImage => {
  const angle = skewOf(image);
  return Math.abs(angle) < step / 2 ? image : rotate(image, angle);
};

/** Degrees; positive where lines fall towards the right. */
export const skewOf = (image: PageImage): number => {
  const ink = findInk(image);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < ink.height; y++)
    for (let x = 0; x < ink.width; x += coarse)
      if (ink.pixels[y * ink.width + x] === 1) {
        xs.push(x);
        ys.push(y);
      }
  let best = 0;
  let sharpest = -1;
  const steps = Math.round(steepest / step);
  for (let index = -steps; index <= steps; index++) {
    const slope = Math.tan((index * step * Math.PI) / 180);
    const sharp = sharpness(xs, ys, slope, ink.height);
    // Of equal angles the smallest: an empty page is straight.
    if (sharp > sharpest || (sharp === sharpest && Math.abs(index) < Math.abs(best))) {
      sharpest = sharp;
      best = index;
    }
  }
  return best * step;
};

const sharpness = (xs: readonly number[], ys: readonly number[], slope: number, height: number): number => {
  const margin = Math.ceil(height * 0.2);
  const rows = new Float64Array(height + 2 * margin + 1);
  for (let index = 0; index < xs.length; index++) {
    const row = Math.round(ys[index]! - xs[index]! * slope) + margin;
    if (row >= 0 && row < rows.length) rows[row]!++;
  }
  let sum = 0;
  for (const row of rows) sum += row * row;
  return sum;
};

const rotate = (image: PageImage, degrees: number): PageImage => {
  const { width, height, pixels } = image;
  const sin = Math.sin((degrees * Math.PI) / 180);
  const cos = Math.cos((degrees * Math.PI) / 180);
  const [cx, cy] = [width / 2, height / 2];
  const turned = new Uint8Array(pixels.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sx = (x - cx) * cos - (y - cy) * sin + cx;
      const sy = (x - cx) * sin + (y - cy) * cos + cy;
      const left = Math.floor(sx);
      const top = Math.floor(sy);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const at = top * width + left;
      const u = sx - left;
      const upper = pixels[at]! * (1 - u) + pixels[at + 1]! * u;
      const lower = pixels[at + width]! * (1 - u) + pixels[at + width + 1]! * u;
      turned[y * width + x] = upper + (lower - upper) * (sy - top);
    }
  }
  return { ...image, pixels: turned };
};
