import type { PageImage } from '../options.ts';

/** Side of the squares whose paper is measured, in inches; smaller than a cell, wider than a stroke. */
const square = 1 / 6;
/** Of a square's pixels, the share darker than its paper; type never covers more. */
const darker = 0.8;
/** Paper and ink as a clean scan has them. */
const [white, black] = [250, 40];
/** Lighter than this is the paper's grain, which costs recognition much time. */
const grain = 222;
/** Of all pixels, the share that is ink at the least, on a page with hardly any text. */
const leastInk = 0.005;

/**
 * Makes grey, shadowed and faint pages look like clean scans: paper white all over, type black. The paper of
 * each place is the lighter part of what is there and beside it; everything is seen against that.
 */
export const evenPaper = (image: PageImage): PageImage => {
  const { width, height, pixels } = image;
  const side = Math.max(8, Math.round(square * image.resolution));
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const paper = lightest(measurePaper(image, side, columns, rows), columns, rows);
  const even = new Uint8Array(pixels.length);
  const histogram = new Uint32Array(256);
  for (let y = 0; y < height; y++) {
    const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / side - 0.5));
    const top = Math.min(Math.floor(v), Math.max(0, rows - 2));
    const below = Math.min(top + 1, rows - 1);
    const down = v - top;
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / side - 0.5));
      const left = Math.min(Math.floor(u), Math.max(0, columns - 2));
      const right = Math.min(left + 1, columns - 1);
      const across = u - left;
      const upper = paper[top * columns + left]! * (1 - across) + paper[top * columns + right]! * across;
      const lower = paper[below * columns + left]! * (1 - across) + paper[below * columns + right]! * across;
      const ground = upper + (lower - upper) * down;
      const level = Math.min(255, (pixels[y * width + x]! * white) / ground) | 0;
      even[y * width + x] = level;
      histogram[level]!++;
    }
  }
  // Faint type becomes black; what already is stays.
  const ink = inkLevel(histogram, pixels.length * leastInk);
  const faintness = ink <= black ? 1 : (white - black) / Math.max(8, white - ink);
  const stretch = Uint8Array.from({ length: 256 }, (_, level) => {
    const seen = white - (white - level) * faintness;
    return seen >= grain ? 255 : Math.max(0, seen);
  });
  for (let index = 0; index < even.length; index++) even[index] = stretch[even[index]!]!;
  return { ...image, pixels: withoutDust(even, width, height) };
};

/** Darker than this is ink. */
const dark = 170;
/** Of the 25 pixels around one, those that must be ink: a hairline has five, dust of two by two pixels four. */
const fewestDark = 5;

/** Dust costs recognition several times its time; a decimal point is larger. */
const withoutDust = (pixels: Uint8Array, width: number, height: number): Uint8Array => {
  const clean = pixels.slice();
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x;
      if (pixels[at] === 255) continue;
      let count = 0;
      for (let row = at - 2 * width - 2; row <= at + 2 * width - 2 && count < fewestDark; row += width)
        for (let near = row; near < row + 5; near++) if (pixels[near]! < dark) count++;
      if (count < fewestDark) clean[at] = 255;
    }
  }
  return clean;
};

const measurePaper = (
  { width, height, pixels }: PageImage,
  side: number,
  columns: number,
  rows: number,
): Float64Array => {
  const paper = new Float64Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      let count = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 2) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 2) {
          histogram[pixels[y * width + x]!]!++;
          count++;
        }
      }
      paper[row * columns + column] = inkLevel(histogram, count * darker);
    }
  }
  return paper;
};

/** Each square's paper is the lightest of it and its neighbours: one may lie in a thick stroke or a shaded head. */
const lightest = (paper: Float64Array, columns: number, rows: number): Float64Array => {
  const found = new Float64Array(paper.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let best = 40;
      for (let v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 1); v++)
        for (let u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 1); u++)
          best = Math.max(best, paper[v * columns + u]!);
      found[row * columns + column] = best;
    }
  }
  return found;
};

/** The level up to which there are so many pixels. */
const inkLevel = (histogram: Uint32Array, wanted: number): number => {
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += histogram[level]!;
    if (seen >= wanted && seen > 0) return level;
  }
  return 255;
};
