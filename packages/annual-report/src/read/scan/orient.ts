import { unite } from '../layout/build-lines.ts';
import type { Turn } from '../layout/layout-page.ts';
import type { PageImage, RecognisedWord, RecogniseWords } from '../options.ts';

/** Chinese characters read with certainty from which a page is known to stand upright. */
const fewest = 24;
const sure = 70;
/** Another direction must give this many times as many. */
const better = 2;
/** Of each direction only the middle of the page is tried, at half the size. */
const [from, to] = [0.15, 0.85];

/**
 * How many Chinese characters recognition is sure of, in lines that run from left to right: it finds lines on
 * a page lying on its side by itself, and reads some.
 */
export const sureCharacters = (words: readonly RecognisedWord[]): number => {
  let count = 0;
  for (const line of Map.groupBy(words, (word) => word.line).values()) {
    const [left, top, right, bottom] = unite(line.map((word) => word.box));
    if (bottom - top > right - left) continue;
    for (const { text, confidence } of line)
      if (confidence >= sure) count += text.match(/\p{Script=Han}/gu)?.length ?? 0;
  }
  return count;
};

/** Whether what recognition found on a page shows that the page stands upright. */
export const isUpright = (words: readonly RecognisedWord[]): boolean => sureCharacters(words) >= fewest;

/** The direction in which a page reads that was scanned lying or upside down. */
export const orientationOf = (image: PageImage, recognise: RecogniseWords): Turn => {
  const middle = sample(image);
  const counts = ([0, 1, 3, 2] as const).map((turn) => ({
    turn,
    count: sureCharacters(recognise({ ...turnImage(middle, turn), content: 'page' })),
  }));
  const asScanned = counts[0]!.count;
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > better * Math.max(2, asScanned) ? best.turn : 0;
};

const sample = (image: PageImage): PageImage => {
  const left = Math.floor(image.width * from);
  const top = Math.floor(image.height * from);
  const width = Math.floor((image.width * (to - from)) / 2);
  const height = Math.floor((image.height * (to - from)) / 2);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (top + 2 * y) * image.width + left + 2 * x;
      const below = at + image.width;
      pixels[y * width + x] =
        (image.pixels[at]! + image.pixels[at + 1]! + image.pixels[below]! + image.pixels[below + 1]!) >> 2;
    }
  }
  return { ...image, width, height, pixels, resolution: image.resolution / 2 };
};

/** Turns a picture so that type of direction `turn` reads to the right. */
export const turnImage = (image: PageImage, turn: Turn): PageImage => {
  if (turn === 0) return image;
  const { width, height, pixels } = image;
  const [wide, high] = turn % 2 === 1 ? [height, width] : [width, height];
  const turned = new Uint8Array(pixels.length);
  // Where the first pixel of the turned picture comes from, and how far its neighbours to the right and below are.
  const [start, right, down] =
    turn === 1
      ? [width - 1, width, -1]
      : turn === 2
        ? [width * height - 1, -1, -width]
        : [(height - 1) * width, -width, 1];
  for (let y = 0; y < high; y++) {
    let at = start + y * down;
    for (let x = 0; x < wide; x++) {
      turned[y * wide + x] = pixels[at]!;
      at += right;
    }
  }
  return { ...image, width: wide, height: high, pixels: turned };
};
