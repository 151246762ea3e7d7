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
  /** Pages of one document that are recognised; some five seconds each. Those beyond are named in a problem. */
  readonly recognisedPages: number;
}

export const defaultLimits: Limits = {
  fileBytes: 64 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  pages: 500,
  depth: 200,
  cells: 200_000,
  recognisedPages: 30,
};

/** A page as a picture, for character recognition. Grey, one byte a pixel, rows from the top. */
export interface PageImage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels an inch. */
  readonly resolution: number;
  /**
   * What is on it: a whole `page` (the default), a `block` of lines of the same size, or lines of nothing
   * but `figures`. Figures are always asked for twice, once as either, and count only where both agree.
   */
  readonly content?: 'page' | 'block' | 'figures';
}

/** A word that recognition found. Boxes are in points from the top left of the picture that was given. */
export interface RecognisedWord {
  readonly text: string;
  readonly box: Box;
  /** 0 to 100. */
  readonly confidence: number;
  /** Words of one line have the same number and come in the order of reading. */
  readonly line: number;
}

/**
 * Recognises the words of a page picture or of a sheet put together from pieces of one; supplied by the host
 * (this package starts no programs). No words is an answer; null means that no more will be recognised for
 * this file (its time is used up), and the pages left are named in a problem.
 */
export type Recognise = (image: PageImage) => readonly RecognisedWord[] | null;

/** The same, where null has been dealt with. */
export type RecogniseWords = (image: PageImage) => readonly RecognisedWord[];

export interface ReadOptions {
  /** The file's name: its ending decides where the content leaves a choice, and it may complete the agency's name. */
  readonly name?: string;
  /** Needed for PDF; see `openPdfEngine`. */
  readonly pdf?: PdfEngine;
  /** Needed for scans. */
  readonly recognise?: Recognise;
  readonly limits?: Partial<Limits>;
}
