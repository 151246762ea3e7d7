import {
  defaultLimits,
  type Matrix,
  type PdfEngine,
  type Pdfium,
  pageMatrix,
  ReadError,
  released,
  withDocument,
  withPage,
} from '@gongkai/annual-report';
import type { PageText, PlacedCharacter } from './page-text.ts';

/** No honest page has a tenth of this. */
const mostCharacters = 100_000;
/** FLAT_NORMALDISPLAY: annotations and the values of form fields become part of the page's content. */
const asDisplayed = 0;

/**
 * Reads the text of a PDF with a box for each character, those of annotations, form fields and invisible
 * text included. Pages without text (scans) have no characters.
 *
 * @throws ReadError 'file.encrypted', 'file.damaged' (a page that can't be shown, too), 'file.tooLarge'
 *   (64 MB, 500 pages), 'file.hostile'.
 */
export const readPages = (engine: PdfEngine, bytes: Uint8Array): readonly PageText[] => {
  checkSize(bytes);
  return withDocument(engine, bytes, (pdfium, document) =>
    Array.from({ length: countPages(pdfium, document) }, (_, index) => {
      flatten(pdfium, document, index);
      const text = withPage(pdfium, document, index, (page, width, height) => ({
        page: index + 1,
        width,
        height,
        characters: readCharacters(pdfium, page, pageMatrix(pdfium, page, width, height)),
      }));
      return text ?? unreadable(index + 1);
    }),
  );
};

/** Throws ReadError 'file.tooLarge'. */
export const checkSize = (bytes: Uint8Array): void => {
  if (bytes.length > defaultLimits.fileBytes)
    throw new ReadError('file.tooLarge', { limit: `${defaultLimits.fileBytes / 1024 / 1024} MB` });
};

/** Throws ReadError 'file.tooLarge' or 'file.damaged' (a document without pages). */
export const countPages = (pdfium: Pdfium, document: number): number => {
  const count = pdfium.call.FPDF_GetPageCount(document);
  if (count < 1) throw new ReadError('file.damaged', { detail: '没有页面' });
  if (count > defaultLimits.pages)
    throw new ReadError('file.tooLarge', { limit: `${defaultLimits.pages} 页` });
  return count;
};

/** A page that can't be shown can't be judged: leaving it out would change the document without a word. */
export const unreadable = (page: number): never => {
  throw new ReadError('file.damaged', { detail: `第 ${page} 页无法显示` });
};

const flatten = (pdfium: Pdfium, document: number, index: number): void => {
  withPage(pdfium, document, index, (page) => pdfium.call.FPDFPage_Flatten(page, asDisplayed));
};

const readCharacters = (pdfium: Pdfium, page: number, display: Matrix): readonly PlacedCharacter[] => {
  const { call } = pdfium;
  const textPage = call.FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  return released(
    () => {
      const count = Math.max(0, call.FPDFText_CountChars(textPage));
      if (count > mostCharacters) throw new ReadError('file.hostile', { detail: '一页文字过多' });
      const characters: PlacedCharacter[] = [];
      for (let index = 0; index < count; index++) {
        const character = readCharacter(pdfium, textPage, index, display);
        if (character !== null) characters.push(character);
      }
      return characters;
    },
    () => call.FPDFText_ClosePage(textPage),
  );
};

const readCharacter = (
  pdfium: Pdfium,
  textPage: number,
  index: number,
  [a, b, c, d, e, f]: Matrix,
): PlacedCharacter | null => {
  const { call, scratch } = pdfium;
  // Spaces and line ends that PDFium supposes; gaps are measured instead.
  if (call.FPDFText_IsGenerated(textPage, index) === 1) return null;
  const unicode = call.FPDFText_GetUnicode(textPage, index) >>> 0;
  // Outside the basic plane PDFium answers in halves; the first brings the box, the second the rest.
  const low = unicode >>> 10 === 0x36 ? call.FPDFText_GetUnicode(textPage, index + 1) >>> 0 : 0;
  if (unicode >>> 10 === 0x37) return null;
  const text = low >>> 10 === 0x37 ? String.fromCharCode(unicode, low) : String.fromCharCode(unicode);
  if (/^[\s\p{Cc}\p{Cf}]$/u.test(text) || call.FPDFText_GetLooseCharBox(textPage, index, scratch) === 0)
    return null;
  const floats = pdfium.floats();
  // FS_RECTF: left, top, right, bottom; y upwards.
  const [x0, y0, x1, y1] = floats.subarray(scratch >> 2, (scratch >> 2) + 4) as unknown as Corners;
  const [left, right, top, bottom] = [
    a * x0 + c * y0 + e,
    a * x1 + c * y1 + e,
    b * x0 + d * y0 + f,
    b * x1 + d * y1 + f,
  ];
  if (!Number.isFinite(left + right + top + bottom)) return null;
  return {
    text,
    box: [Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom)],
  };
};

type Corners = readonly [number, number, number, number];
