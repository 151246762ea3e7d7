import type { PageImage } from '../options.ts';

/** A picture in black and white: 1 is ink. Rows from the top. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A rectangle of pixels; right and bottom are the first outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Tells ink from paper by the threshold that parts the two best (Otsu 1979). With `faint` also what is only
 * a little darker than paper counts: ruling lines printed in grey or worn off by copying.
 */
export const findInk = ({ width, height, pixels }: PageImage, faint = false): Ink => {
  const threshold = faint ? faintest : otsu(pixels);
  const ink = new Uint8Array(pixels.length);
  for (let index = 0; index < pixels.length; index++) ink[index] = pixels[index]! <= threshold ? 1 : 0;
  return { width, height, pixels: ink };
};

/** On even paper. */
const faintest = 215;

const otsu = (pixels: Uint8Array): number => {
  const histogram = new Float64Array(256);
  for (let index = 0; index < pixels.length; index++) histogram[pixels[index]!]!++;
  let total = 0;
  for (let level = 0; level < 256; level++) total += level * histogram[level]!;
  let dark = 0;
  let darkSum = 0;
  let best = 0;
  let threshold = 127;
  for (let level = 0; level < 255; level++) {
    dark += histogram[level]!;
    darkSum += level * histogram[level]!;
    const light = pixels.length - dark;
    if (dark === 0 || light === 0) continue;
    const apart = darkSum / dark - (total - darkSum) / light;
    const between = dark * light * apart * apart;
    if (between <= best) continue;
    best = between;
    threshold = level;
  }
  // Empty pages have no two kinds of pixels to part; paper is never darker than this.
  return Math.min(threshold, 200);
};

/** The box around the ink inside a box, specks of fewer than `speck` pixels left out; null where there is none. */
export const inkBox = (ink: Ink, box: PixelBox, speck: number): PixelBox | null => {
  const blobs = findBlobs(ink, box).filter((blob) => blob.area >= speck);
  if (blobs.length === 0) return null;
  return {
    left: Math.min(...blobs.map((blob) => blob.left)),
    top: Math.min(...blobs.map((blob) => blob.top)),
    right: Math.max(...blobs.map((blob) => blob.right)),
    bottom: Math.max(...blobs.map((blob) => blob.bottom)),
  };
};

export interface Blob extends PixelBox {
  readonly area: number;
}

/** The connected patches of ink inside a box. */
export const findBlobs = (ink: Ink, box: PixelBox): readonly Blob[] => {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const seen = new Uint8Array(Math.max(0, width * height));
  const isInk = (x: number, y: number): boolean => ink.pixels[(box.top + y) * ink.width + box.left + x] === 1;
  const blobs: Blob[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] === 1 || !isInk(start % width, Math.floor(start / width))) continue;
    let [left, top, right, bottom, area] = [width, height, 0, 0, 0];
    const stack = [start];
    seen[start] = 1;
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = Math.floor(at / width);
      area++;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (seen[next] === 1 || !isInk(u, v)) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    blobs.push({
      left: box.left + left,
      top: box.top + top,
      right: box.left + right,
      bottom: box.top + bottom,
      area,
    });
  }
  return blobs;
};
