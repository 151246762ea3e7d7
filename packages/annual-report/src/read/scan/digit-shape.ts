import type { Ink, PixelBox } from './ink.ts';

/** A hole in a digit: how far down its middle lies and how high it is, as shares of the digit's height. */
interface Hole {
  readonly middle: number;
  readonly height: number;
}

/** Of the digit's box, a hole covers at least this share; smaller ones are where the ink is thin. */
const smallest = 0.02;
/** A zero's hole is at least this high, and lies in the middle; those of 6 and 9 lie below and above it. */
const tall = 0.45;
const half = 0.64;
const aside = 0.08;

const fits: Readonly<Record<string, (holes: readonly Hole[]) => boolean>> = {
  '0': ([hole, second]) =>
    hole !== undefined && second === undefined && hole.height >= tall && Math.abs(hole.middle - 0.5) < aside,
  '4': ([hole, second]) =>
    hole === undefined ||
    (second === undefined && hole.height <= half && hole.middle > 0.25 && hole.middle < 0.7),
  '6': ([hole, second]) =>
    hole !== undefined && second === undefined && hole.height <= half && hole.middle > 0.5 + aside,
  '8': (holes) => holes.length === 2,
  '9': ([hole, second]) =>
    hole !== undefined && second === undefined && hole.height <= half && hole.middle < 0.5 - aside,
};

/**
 * Whether a patch of ink can be this digit by its holes: recognition takes a worn 0 for a 6 with great
 * confidence, however often it is asked; their holes differ even in bad copies.
 */
export const isShapedLike = (digit: string, ink: Ink, box: PixelBox): boolean => {
  const holes = holesOf(ink, box);
  return fits[digit]?.(holes) ?? holes.length === 0;
};

const holesOf = (ink: Ink, box: PixelBox): readonly Hole[] => {
  // A frame of paper around it joins all the paper outside.
  const width = box.right - box.left + 2;
  const height = box.bottom - box.top + 2;
  const filled = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++)
      filled[y * width + x] = isFilled(ink, box, box.left + x - 1, box.top + y - 1) ? 1 : 0;
  const least = smallest * width * height;
  const holes: Hole[] = [];
  for (let start = 0; start < filled.length; start++) {
    if (filled[start] === 1) continue;
    const { area, top, bottom } = flood(filled, width, height, start);
    // The first is the paper around the digit.
    if (start !== 0 && area >= least)
      holes.push({ middle: (top + bottom) / 2 / height, height: (bottom - top) / height });
  }
  return holes;
};

/** Ink, or a pore in it: paper with ink on most sides. */
const isFilled = (ink: Ink, box: PixelBox, x: number, y: number): boolean => {
  if (ink.pixels[y * ink.width + x] === 1) return true;
  let around = 0;
  for (let v = y - 1; v <= y + 1; v++)
    for (let u = x - 1; u <= x + 1; u++)
      if (v >= box.top && v < box.bottom && u >= box.left && u < box.right)
        around += ink.pixels[v * ink.width + u]!;
  return around >= 6;
};

const flood = (
  filled: Uint8Array,
  width: number,
  height: number,
  start: number,
): { readonly area: number; readonly top: number; readonly bottom: number } => {
  const stack = [start];
  filled[start] = 1;
  let [area, top, bottom] = [0, height, 0];
  while (stack.length > 0) {
    const at = stack.pop()!;
    const x = at % width;
    const y = Math.floor(at / width);
    area++;
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
    for (const [u, v] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      if (u < 0 || v < 0 || u >= width || v >= height || filled[v * width + u] === 1) continue;
      filled[v * width + u] = 1;
      stack.push(v * width + u);
    }
  }
  return { area, top, bottom };
};
