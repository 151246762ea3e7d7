import type { ReadOptions } from '../options.ts';
import type { PdfEngine } from '../pdf/engine.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import type { Source } from '../source.ts';
import { picturePages } from './picture-pages.ts';

/**
 * Reads pictures of pages (JPEG, PNG) as scanners and phones make them: one file or several, in order, each a
 * page, recognised like a scanned PDF if `options.recognise` is given. Boxes are in points on the page as the
 * picture is looked at (EXIF orientation applied).
 *
 * Throws ReadError: 'file.damaged', 'file.tooLarge', 'file.unknownFormat' (no such picture).
 */
export const readImage = (
  files: readonly Uint8Array[],
  engine: PdfEngine,
  options: Pick<ReadOptions, 'recognise' | 'limits'> = {},
): Source => ({ ...readPdf(picturePages(files), engine, options), format: 'image' });
