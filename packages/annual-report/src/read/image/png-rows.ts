export interface PngShape {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** PNG's colour type: 0 grey, 2 colour, 3 palette, 4 and 6 the first two with alpha. */
  readonly colour: number;
  readonly samples: number;
  readonly palette: Uint8Array;
  readonly interlaced: boolean;
}

/** Adam7 (PNG, 8.2): first column, first row, steps between columns and rows of each pass. */
const passes: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** Unfilters PNG rows into red, green and blue, one byte each, on white paper; null where rows are missing. */
export const pngRows = (data: Uint8Array, shape: PngShape): Uint8Array | null => {
  const { width, height, bits, samples, interlaced } = shape;
  const out = new Uint8Array(width * height * 3);
  const pixelBytes = Math.max(1, (bits * samples) >> 3);
  let at = 0;
  for (const [left, top, stepX, stepY] of interlaced ? passes : [[0, 0, 1, 1] as const]) {
    const columns = Math.ceil((width - left) / stepX);
    const rows = Math.ceil((height - top) / stepY);
    if (columns <= 0 || rows <= 0) continue;
    const length = Math.ceil((columns * bits * samples) / 8);
    let above = new Uint8Array(length);
    for (let row = 0; row < rows; row++) {
      if (at + 1 + length > data.length) return null;
      const line = data.slice(at + 1, at + 1 + length);
      unfilter(data[at]!, line, above, pixelBytes);
      const y = top + row * stepY;
      for (let column = 0; column < columns; column++)
        putPixel(line, column, shape, out, (y * width + left + column * stepX) * 3);
      above = line;
      at += 1 + length;
    }
  }
  return out;
};

/** PNG, 9.2: none, sub, up, average, Paeth. */
const unfilter = (kind: number, line: Uint8Array, above: Uint8Array, pixelBytes: number): void => {
  for (let index = 0; index < line.length; index++) {
    const left = index >= pixelBytes ? line[index - pixelBytes]! : 0;
    const up = above[index]!;
    const corner = index >= pixelBytes ? above[index - pixelBytes]! : 0;
    const guess =
      kind === 1
        ? left
        : kind === 2
          ? up
          : kind === 3
            ? (left + up) >> 1
            : kind === 4
              ? paeth(left, up, corner)
              : 0;
    line[index] = line[index]! + guess;
  }
};

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

const putPixel = (line: Uint8Array, column: number, shape: PngShape, out: Uint8Array, to: number): void => {
  const { bits, colour, samples, palette } = shape;
  // 16 bits count by their upper byte; fewer than 8 are spread over the whole range.
  const sample = (index: number): number => {
    if (bits >= 8) return line[(column * samples + index) * (bits >> 3)]!;
    const bit = column * bits;
    return (line[bit >> 3]! >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
  };
  const spread = bits < 8 && colour !== 3 ? 255 / ((1 << bits) - 1) : 1;
  const alpha = colour === 4 ? sample(1) : colour === 6 ? sample(3) : 255;
  for (let channel = 0; channel < 3; channel++) {
    const value =
      colour === 3
        ? (palette[sample(0) * 3 + channel] ?? 255)
        : (colour & 2) === 2
          ? sample(channel)
          : sample(0) * spread;
    out[to + channel] = 255 - ((255 - value) * alpha) / 255;
  }
};
