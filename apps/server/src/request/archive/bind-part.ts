import { type PdfEngine, picturePages, ReadError, withDocument, withPage } from '@gongkai/annual-report';
import { type FlatPdf, readFlatPdf } from './flat-pdf.ts';
import { dictionary, type PdfValue, printValue, token } from './pdf-value.ts';
import { stampPage } from './stamp-page.ts';

/** A document's pages as objects of the bound PDF, numbered on from `first`. */
export interface BoundPart {
  readonly bytes: Uint8Array;
  /** Where in `bytes` each object begins: `first`, `first + 1`, … */
  readonly offsets: readonly number[];
  /** The numbers of its pages' objects, in order. */
  readonly pages: readonly number[];
}

/** Objects that every bound PDF has, by number. */
export const boundObjects = { catalog: 1, pages: 2, font: 3, outlines: 4, before: 5, first: 6 } as const;

/** FLAT_NORMALDISPLAY: annotations and the values of form fields become part of the page's content. */
const asDisplayed = 0;

const isPdf = (mediaType: string): boolean => mediaType === 'application/pdf';

/** Whether pages can be made of files of this type at all. */
export const hasPages = (mediaType: string): boolean =>
  ['application/pdf', 'image/jpeg', 'image/png'].includes(mediaType);

const asPdf = (bytes: Uint8Array, mediaType: string): Uint8Array =>
  isPdf(mediaType) ? bytes : picturePages([bytes]);

/** How many pages a file has, bound. Throws ReadError for what can't be opened: with a password, damaged. */
export const countPages = (engine: PdfEngine, bytes: Uint8Array, mediaType: string): number =>
  withDocument(engine, asPdf(bytes, mediaType), (pdfium, document) => {
    const count = pdfium.call.FPDF_GetPageCount(document);
    if (count < 1) throw new ReadError('file.damaged', { detail: '没有页面' });
    for (let index = 0; index < count; index += 1)
      if (withPage(pdfium, document, index, () => true) === null)
        throw new ReadError('file.damaged', { detail: `第 ${index + 1} 页无法显示` });
    return count;
  });

/** The pages alone, in a PDF that PDFium has written anew: nothing hidden of the file's structure comes along. */
const rewrite = (engine: PdfEngine, source: Uint8Array): Uint8Array =>
  withDocument(engine, source, (pdfium, document) => {
    const { call } = pdfium;
    const count = call.FPDF_GetPageCount(document);
    for (let index = 0; index < count; index += 1)
      withPage(pdfium, document, index, (page) => call.FPDFPage_Flatten(page, asDisplayed));
    const made = call.FPDF_CreateNewDocument();
    const writer = call.PDFiumExt_OpenFileWriter();
    try {
      if (
        call.FPDF_ImportPagesByIndex(made, document, 0, 0, 0) !== 1 ||
        call.PDFiumExt_SaveAsCopy(made, writer) !== 1
      )
        throw new ReadError('file.damaged', { detail: '页面无法取出' });
      const size = call.PDFiumExt_GetFileWriterSize(writer);
      const place = pdfium.allocate(size);
      call.PDFiumExt_GetFileWriterData(writer, place, size);
      const bytes = pdfium.bytes().slice(place, place + size);
      pdfium.free(place);
      return bytes;
    } finally {
      call.PDFiumExt_CloseFileWriter(writer);
      call.FPDF_CloseDocument(made);
    }
  });

const write = (flat: FlatPdf, first: number, stampFrom: number | null): BoundPart => {
  const numbers = new Map<number, number>();
  const waiting: number[] = [];
  let next = first;
  const take = (): number => {
    next += 1;
    return next - 1;
  };
  const renumber = (old: number): number => {
    if (old === -1) return boundObjects.font;
    const known = numbers.get(old);
    if (known !== undefined) return known;
    if (flat.object(old) === null) return 0;
    const number = take();
    numbers.set(old, number);
    waiting.push(old);
    return number;
  };
  const parts: Uint8Array[] = [];
  const places = new Map<number, number>();
  let length = 0;
  const add = (...pieces: readonly (string | Uint8Array)[]): void => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const addObject = (number: number, text: string, stream: Uint8Array | null): void => {
    places.set(number, length);
    add(`${number} 0 obj\n${text}`);
    if (stream) add('\nstream\n', stream, '\nendstream');
    add('\nendobj\n');
  };
  const flush = (): void => {
    for (let old = waiting.pop(); old !== undefined; old = waiting.pop()) {
      const { value, stream } = flat.object(old)!;
      addObject(numbers.get(old)!, printValue(value, renumber), stream);
    }
  };

  const pages = flat.pages.map((old, index) => {
    const found = flat.object(old)!.value;
    if (found.kind !== 'dictionary') throw new Error('a page of a PDF is no dictionary');
    const { page, stamp, contents } = stampPage(flat, found, stampFrom === null ? null : stampFrom + index);
    const number = take();
    const own: string[] = contents.map((item) => printValue(item, renumber));
    if (stamp !== null) {
      const after = take();
      const bytes = Buffer.from(`\nQ\n${stamp}\n`, 'latin1');
      addObject(after, `<</Length ${bytes.length}>>`, bytes);
      own.unshift(`${boundObjects.before} 0 R`);
      own.push(`${after} 0 R`);
    }
    const whole: readonly (readonly [string, PdfValue])[] = [
      ...page.entries,
      ['Contents', token(`[${own.join(' ')}]`)],
      ['Parent', token(`${boundObjects.pages} 0 R`)],
    ];
    addObject(number, printValue(dictionary(whole), renumber), null);
    flush();
    return number;
  });
  return {
    bytes: Buffer.concat(parts, length),
    offsets: Array.from({ length: next - first }, (_, index) => places.get(first + index)!),
    pages,
  };
};

/**
 * Makes a document's pages ready to be bound.
 *
 * @param first the number of its first object
 * @param stampFrom the number in the case (页号) of its first page; null: none is printed
 * @throws ReadError for what can't be opened
 */
export const bindPart = (
  engine: PdfEngine,
  bytes: Uint8Array,
  mediaType: string,
  { first, stampFrom }: { readonly first: number; readonly stampFrom: number | null },
): BoundPart => write(readFlatPdf(rewrite(engine, asPdf(bytes, mediaType))), first, stampFrom);
