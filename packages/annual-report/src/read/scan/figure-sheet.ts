import type { PageImage } from '../options.ts';
import type { PixelBox } from './ink.ts';

/** Pieces of a page set in rows on a sheet of their own. */
export interface FigureSheet {
  readonly image: PageImage;
  /** Where each piece stands on the sheet, in pixels, in the order given. */
  readonly slots: readonly PixelBox[];
}

const perRow = 8;
/** Pixels between rows, and around the sheet. */
const gap = 70;
/** Heights of type between pieces: where they stand nearer, recognition runs a row of digits into one word. */
const apart = 3;

/**
 * Sets the figures of a table's cells in rows on a white sheet, all in one picture: recognition loses single
 * digits in a ruled table, and starting it for each cell takes minutes. `scale` enlarges: a second sheet of
 * another size is an independent second look.
 */
export const figureSheet = (
  image: PageImage,
  pieces: readonly PixelBox[],
  scale: number,
  content: 'block' | 'figures',
): FigureSheet => {
  const slots: PixelBox[] = [];
  let y = gap;
  let width = 0;
  for (let start = 0; start < pieces.length; start += perRow) {
    const row = pieces.slice(start, start + perRow);
    const tall = Math.max(...row.map((piece) => Math.round((piece.bottom - piece.top) * scale)));
    const between = Math.max(gap, apart * tall);
    let x = gap;
    for (const piece of row) {
      const wide = Math.round((piece.right - piece.left) * scale);
      const high = Math.round((piece.bottom - piece.top) * scale);
      // On one base line, as recognition expects of a row of figures.
      slots.push({ left: x, top: y + tall - high, right: x + wide, bottom: y + tall });
      x += wide + between;
    }
    width = Math.max(width, x);
    y += tall + gap;
  }
  const sheet = new Uint8Array(width * y).fill(255);
  pieces.forEach((piece, index) => {
    copyScaled(image, piece, sheet, width, slots[index]!, scale);
  });
  return {
    image: { page: image.page, width, height: y, pixels: sheet, resolution: image.resolution, content },
    slots,
  };
};

const copyScaled = (
  image: PageImage,
  piece: PixelBox,
  sheet: Uint8Array,
  width: number,
  slot: PixelBox,
  scale: number,
): void => {
  const pixel = (x: number, y: number): number =>
    image.pixels[Math.min(image.height - 1, y) * image.width + Math.min(image.width - 1, x)]!;
  for (let y = slot.top; y < slot.bottom; y++) {
    for (let x = slot.left; x < slot.right; x++) {
      const sx = piece.left + (x - slot.left) / scale;
      const sy = piece.top + (y - slot.top) / scale;
      const [left, top] = [Math.floor(sx), Math.floor(sy)];
      const [u, v] = [sx - left, sy - top];
      const upper = pixel(left, top) * (1 - u) + pixel(left + 1, top) * u;
      const lower = pixel(left, top + 1) * (1 - u) + pixel(left + 1, top + 1) * u;
      sheet[y * width + x] = upper + (lower - upper) * v;
    }
  }
};
