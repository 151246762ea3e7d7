import { ReadError } from '../../problem.ts';
import type { PageImage } from '../options.ts';
import type { PdfEngine, Pdfium } from './engine.ts';
import { released, withDocument, withPage } from './pdf-document.ts';

/** FPDF_ANNOT, FPDF_GRAYSCALE, FPDF_REVERSE_BYTE_ORDER; FPDFBitmap_BGRA, FPDFBitmap_Gray. */
const [annotations, greyscale, rgbOrder] = [0x01, 0x08, 0x10];
const [bgra, grey] = [4, 1];
/** 16 million: an A4 page at 400 dots an inch. */
const mostPixels = 16_000_000;
/** What character recognition is trained for. */
const scanResolution = 300;

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha; rows from the top. */
  readonly rgba: Uint8Array;
}

/**
 * Draws a page (from 1) as displayed, on white, `resolution` pixels an inch; lowered where the picture would
 * pass 16 million pixels. Throws ReadError as `readPdf` does, and 'file.damaged' where there is no such page.
 */
export const renderPage = (
  engine: PdfEngine,
  bytes: Uint8Array,
  page: number,
  resolution: number,
): RenderedPage =>
  withDocument(engine, bytes, (pdfium, document) => {
    const rendered = withPage(pdfium, document, page - 1, (handle, width, height) => {
      const size = pixelSize(width, height, resolution);
      const rgba = render(pdfium, handle, size, bgra, 4, annotations | rgbOrder);
      return { width: size.width, height: size.height, rgba };
    });
    if (rendered === null) throw new ReadError('file.damaged', { detail: `没有第 ${page} 页` });
    return rendered;
  });

/** Draws an open page in grey for character recognition, some 300 pixels an inch. Width and height in points. */
export const renderGrey = (
  pdfium: Pdfium,
  page: number,
  number: number,
  width: number,
  height: number,
): PageImage => {
  const size = pixelSize(width, height, scanResolution);
  const pixels = render(pdfium, page, size, grey, 1, annotations | greyscale);
  return { page: number, width: size.width, height: size.height, pixels, resolution: size.resolution };
};

interface PixelSize {
  readonly width: number;
  readonly height: number;
  readonly resolution: number;
}

const pixelSize = (width: number, height: number, wanted: number): PixelSize => {
  const area = Math.max(1, (width / 72) * (height / 72));
  const resolution = Math.min(wanted, Math.sqrt(mostPixels / area));
  const pixels = (points: number): number => Math.max(1, Math.round((points * resolution) / 72));
  return { width: pixels(width), height: pixels(height), resolution };
};

const render = (
  pdfium: Pdfium,
  page: number,
  { width, height }: PixelSize,
  format: number,
  bytesPerPixel: number,
  flags: number,
): Uint8Array => {
  const { call } = pdfium;
  // Pixels of our own: the stride is ours, and a page too large fails in `allocate`, not inside PDFium.
  const stride = (width * bytesPerPixel + 3) & ~3;
  const buffer = pdfium.allocate(stride * height);
  return released(
    () => {
      pdfium.bytes().fill(255, buffer, buffer + stride * height);
      const bitmap = call.FPDFBitmap_CreateEx(width, height, format, buffer, stride);
      if (bitmap === 0) throw new ReadError('file.damaged', { detail: '页面无法绘制' });
      return released(
        () => {
          call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
          return copyRows(pdfium.bytes(), buffer, stride, width * bytesPerPixel, height);
        },
        () => call.FPDFBitmap_Destroy(bitmap),
      );
    },
    () => pdfium.free(buffer),
  );
};

const copyRows = (
  heap: Uint8Array,
  from: number,
  stride: number,
  length: number,
  rows: number,
): Uint8Array => {
  if (stride === length) return heap.slice(from, from + length * rows);
  const copy = new Uint8Array(length * rows);
  for (let row = 0; row < rows; row++)
    copy.set(heap.subarray(from + row * stride, from + row * stride + length), row * length);
  return copy;
};
