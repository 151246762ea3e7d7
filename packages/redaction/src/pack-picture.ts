import { deflateSync } from 'node:zlib';
import { encodeJpeg } from './encode-jpeg.ts';
import type { Pixels } from './picture.ts';

/** A picture as PDF and PNG both hold it: rows with PNG's filter byte in front, deflated. */
export interface PackedRows {
  readonly width: number;
  readonly height: number;
  /** Of a sample. Colour has 8. */
  readonly bits: 1 | 8;
  readonly samples: 1 | 3;
  readonly data: Uint8Array;
}

export interface PackedJpeg {
  readonly width: number;
  readonly height: number;
  readonly samples: 1 | 3;
  readonly jpeg: Uint8Array;
}

/**
 * Bytes a pixel above which a page is no text but a scan or a photograph; then JPEG is tried, and taken
 * where it is much smaller.
 */
const muchData = 0.06;
const muchSmaller = 0.6;
const quality = 82;

/** Packs a page for a PDF: without loss where that stays small (type, drawings), as JPEG otherwise (scans). */
export const packPicture = (picture: Pixels): PackedRows | PackedJpeg => {
  const rows = packRows(picture);
  const pixels = picture.width * picture.height;
  if (rows.data.length < pixels * muchData) return rows;
  const jpeg = encodeJpeg(picture, rows.samples, quality);
  if (jpeg.length > rows.data.length * muchSmaller) return rows;
  return { width: picture.width, height: picture.height, samples: rows.samples, jpeg };
};

/** Packs without loss, in one bit, eight bits of grey, or colour: the least that holds the picture. */
export const packRows = (picture: Pixels): PackedRows => {
  const { width, height } = picture;
  const depth = depthOf(picture);
  const rows =
    depth === 'colour' ? colourRows(picture) : depth === 'grey' ? greyRows(picture) : bitRows(picture);
  return {
    width,
    height,
    bits: depth === 'two' ? 1 : 8,
    samples: depth === 'colour' ? 3 : 1,
    data: deflateSync(rows, { level: 7 }),
  };
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

const bitRows = ({ width, height, rgba }: Pixels): Uint8Array => {
  const length = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(length * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (rgba[(y * width + x) * 4] === 255) rows[y * length + 1 + (x >> 3)]! |= 128 >> (x & 7);
  return rows;
};

const greyRows = ({ width, height, rgba }: Pixels): Uint8Array => {
  const rows = new Uint8Array((1 + width) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = rgba[(y * width + x) * 4]!;
  return rows;
};

/** Filter 2 (Up): what repeats from row to row, paper above all, becomes nothing. */
const colourRows = ({ width, height, rgba }: Pixels): Uint8Array => {
  const length = 1 + width * 3;
  const rows = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    rows[y * length] = 2;
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const above = from - width * 4;
      const to = y * length + 1 + x * 3;
      for (let sample = 0; sample < 3; sample++)
        rows[to + sample] = rgba[from + sample]! - (y === 0 ? 0 : rgba[above + sample]!);
    }
  }
  return rows;
};
