import type { Pdfium } from './engine.ts';

/** More than any name or title needs. */
const longest = 4096;

/**
 * Reads a text that PDFium hands out as UTF-16LE: `fill` is called with a buffer and its length in bytes
 * and answers the length needed, with the closing zero.
 */
export const readUtf16 = (pdfium: Pdfium, fill: (buffer: number, length: number) => number): string => {
  const buffer = pdfium.allocate(longest);
  try {
    const length = fill(buffer, longest);
    if (length < 4 || length > longest) return '';
    return new TextDecoder('utf-16le').decode(pdfium.bytes().slice(buffer, buffer + length - 2));
  } finally {
    pdfium.free(buffer);
  }
};
