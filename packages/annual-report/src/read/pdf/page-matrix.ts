import type { Pdfium } from './engine.ts';

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The matrix that applies `first`, then `second`. */
export const multiply = (first: Matrix, second: Matrix): Matrix => {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
};

/** Device units a point: PDFium answers in whole numbers. */
const fine = 1000;

/**
 * From PDF space (origin anywhere, y upwards, before /Rotate and the crop box) to the page as displayed:
 * points from the top left corner.
 */
export const pageMatrix = (pdfium: Pdfium, page: number, width: number, height: number): Matrix => {
  const { call, scratch } = pdfium;
  const at = (x: number, y: number): readonly [number, number] => {
    call.FPDF_PageToDevice(
      page,
      0,
      0,
      Math.round(width * fine),
      Math.round(height * fine),
      0,
      x,
      y,
      scratch,
      scratch + 4,
    );
    const words = pdfium.words();
    return [words[scratch >> 2]! / fine, words[(scratch >> 2) + 1]! / fine];
  };
  const [e, f] = at(0, 0);
  const [ax, ay] = at(1000, 0);
  const [cx, cy] = at(0, 1000);
  return [(ax - e) / 1000, (ay - f) / 1000, (cx - e) / 1000, (cy - f) / 1000, e, f];
};

/** Reads an FS_MATRIX (six floats) from PDFium's memory. */
export const readMatrix = (pdfium: Pdfium, pointer: number): Matrix => {
  const floats = pdfium.floats();
  const at = pointer >> 2;
  return [floats[at]!, floats[at + 1]!, floats[at + 2]!, floats[at + 3]!, floats[at + 4]!, floats[at + 5]!];
};
