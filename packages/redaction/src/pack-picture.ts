import { deflateSync } from 'node:zlib';
import { encodeJpeg } from './encode-jpeg.ts';
import type { Pixels } from './picture.ts';

/** A picture as PDF and PNG both hold it: rows with PNG's filter byte in front, deflated. */
export interface PackedRows {
  readonly width: number;
  readonly height: number;
  /** Of a sample. Colour has 8. */
  readonly bits: 1 | 4 | 8;
  readonly samples: 1 | 3;
  readonly data: Uint8Array;
}

export interface PackedJpeg {
  readonly width: number;
  readonly height: number;
  readonly samples: 1 | 3;
  readonly jpeg: Uint8Array;
}

/** Share of a page's pixels that are paper or ink where it is type or a drawing, and no scan or photograph. */
const ofType = 0.85;
/** Bytes a pixel above which JPEG is tried for what isn't, and how much smaller it must be to be taken. */
const muchData = 0.06;
const muchSmaller = 0.6;
const quality = 82;

/**
 * Packs a page for a PDF. Type and drawings keep every edge, in sixteen levels of grey or of each colour:
 * the eye sees no difference, and a page of type is half as large. Scans and photographs become JPEG where
 * that is much smaller.
 */
export const packPicture = (picture: Pixels): PackedRows | PackedJpeg => {
  if (isType(picture)) return packRows(picture, 16);
  const rows = packRows(picture);
  if (rows.data.length < picture.width * picture.height * muchData) return rows;
  const jpeg = encodeJpeg(picture, rows.samples, quality);
  if (jpeg.length > rows.data.length * muchSmaller) return rows;
  return { width: picture.width, height: picture.height, samples: rows.samples, jpeg };
};

const isType = ({ width, height, rgba }: Pixels): boolean => {
  let pure = 0;
  for (let at = 1; at < rgba.length; at += 4) if (rgba[at]! < 4 || rgba[at]! > 251) pure++;
  return pure >= width * height * ofType;
};

/**
 * Packs in the fewest bits that hold the picture: one, four (of sixteen levels) or eight of grey, or colour.
 *
 * @param levels of grey or of each colour: 256 loses nothing.
 */
export const packRows = (picture: Pixels, levels: 16 | 256 = 256): PackedRows => {
  const { width, height } = picture;
  const depth = depthOf(picture);
  const bits = depth === 'two' ? 1 : depth === 'grey' && levels === 16 ? 4 : 8;
  const rows = depth === 'colour' ? colourRows(picture, levels) : greyRows(picture, bits);
  return { width, height, bits, samples: depth === 'colour' ? 3 : 1, data: deflateSync(rows) };
};

const depthOf = ({ rgba }: Pixels): 'two' | 'grey' | 'colour' => {
  let two = true;
  for (let at = 0; at < rgba.length; at += 4) {
    const level = rgba[at]!;
    if (level !== rgba[at + 1] || level !== rgba[at + 2]) return 'colour';
    if (level !== 0 && level !== 255) two = false;
  }
  return two ? 'two' : 'grey';
};

const greyRows = ({ width, height, rgba }: Pixels, bits: 1 | 4 | 8): Uint8Array => {
  const perByte = 8 / bits;
  const most = (1 << bits) - 1;
  const length = 1 + Math.ceil(width / perByte);
  const rows = new Uint8Array(length * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level =
        bits === 8 ? rgba[(y * width + x) * 4]! : Math.round((rgba[(y * width + x) * 4]! * most) / 255);
      const to = y * length + 1 + Math.floor(x / perByte);
      rows[to]! |= level << (8 - bits - (x % perByte) * bits);
    }
  return rows;
};

/** Filter 2 (Up): what repeats from row to row, paper above all, becomes nothing. */
const colourRows = ({ width, height, rgba }: Pixels, levels: 16 | 256): Uint8Array => {
  const rounded = Uint8Array.from({ length: 256 }, (_, level) =>
    levels === 16 ? Math.round(level / 17) * 17 : level,
  );
  const length = 1 + width * 3;
  const rows = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    rows[y * length] = 2;
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const above = from - width * 4;
      const to = y * length + 1 + x * 3;
      for (let sample = 0; sample < 3; sample++)
        rows[to + sample] = rounded[rgba[from + sample]!]! - (y === 0 ? 0 : rounded[rgba[above + sample]!]!);
    }
  }
  return rows;
};
