import type { Box } from '../place.ts';
import type { PdfEngine } from './pdf/engine.ts';

/** What a reading may cost. Everything above is refused with a clear problem, never cut silently. */
export interface Limits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Bytes of all parts of a container (DOCX, OFD, XLSX, ZIP) after inflation. */
  readonly inflatedBytes: number;
  readonly pages: number;
  /** Nesting of elements, tables or archives. */
  readonly depth: number;
  /** Cells of one document after spans are expanded. */
  readonly cells: number;
}

export const defaultLimits: Limits = {
  fileBytes: 64 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  pages: 500,
  depth: 200,
  cells: 200_000,
};

/** A page as a picture, for character recognition. Grey, one byte a pixel, rows from the top. */
export interface PageImage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels an inch. */
  readonly resolution: number;
}

/** A word that recognition found; the box is in points on the page, confidence 0 to 100. */
export interface RecognisedWord {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
}

/** Recognises the words of a page picture or of a piece of one; supplied by the host (this package starts no programs). */
export type Recognise = (image: PageImage) => readonly RecognisedWord[];

export interface ReadOptions {
  /** The file's name; only its ending is used, and only where the content leaves a choice. */
  readonly name?: string;
  /** Needed for PDF; see `openPdfEngine`. */
  readonly pdf?: PdfEngine;
  /** Needed for scans. */
  readonly recognise?: Recognise;
  readonly limits?: Partial<Limits>;
}
