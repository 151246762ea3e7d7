import { ReadError } from '../../problem.ts';
import { pictureKind } from '../image/picture.ts';
import { picturePages } from '../image/picture-pages.ts';
import type { PageImage } from '../options.ts';
import type { PdfEngine, Pdfium } from './engine.ts';
import { released, withDocument, withPage } from './pdf-document.ts';

/** FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER; FPDFBitmap_BGRA. */
const [annotations, rgbOrder] = [0x01, 0x10];
const bgra = 4;
/** Bytes of a pixel. */
const deep = 4;
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
 * Draws a page (from 1) of a PDF, or a picture file, as displayed, on white, `resolution` pixels an inch; lowered where the picture would
 * pass 16 million pixels. Throws ReadError as `readPdf` does, and 'file.damaged' where there is no such page.
 */
export const renderPage = (
  engine: PdfEngine,
  bytes: Uint8Array,
  page: number,
  resolution: number,
): RenderedPage =>
  withDocument(engine, pictureKind(bytes) === null ? bytes : picturePages([bytes]), (pdfium, document) => {
    const rendered = withPage(pdfium, document, page - 1, (handle, width, height) =>
      drawPage(pdfium, handle, width, height, resolution),
    );
    if (rendered === null) throw new ReadError('file.damaged', { detail: `没有第 ${page} 页` });
    return rendered;
  });

/** Draws an open page as `renderPage` does. Width and height in points, as `withPage` hands them over. */
export const drawPage = (
  pdfium: Pdfium,
  page: number,
  width: number,
  height: number,
  resolution: number,
): RenderedPage => {
  const size = pixelSize(width, height, resolution);
  const rgba = render(pdfium, page, size, annotations | rgbOrder);
  return { width: size.width, height: size.height, rgba };
};

/**
 * Draws an open page in grey for character recognition, some 300 pixels an inch, red seals (公章) left out:
 * what is under them can then be read. Width and height in points.
 */
export const renderGrey = (
  pdfium: Pdfium,
  page: number,
  number: number,
  width: number,
  height: number,
): PageImage => {
  const size = pixelSize(width, height, scanResolution);
  const pixels = withoutRed(render(pdfium, page, size, annotations));
  return { page: number, width: size.width, height: size.height, pixels, resolution: size.resolution };
};

/** By how much red must outdo green and blue to be a seal's; the edges of black type on a screen's subpixels don't. */
const seal = 36;

/** Grey as the eye weighs it (ITU-R BT.601), but red as if seen through a red glass: like paper. */
const withoutRed = (pixels: Uint8Array): Uint8Array => {
  const greys = new Uint8Array(pixels.length / 4);
  for (let index = 0; index < greys.length; index++) {
    const at = index * 4;
    const [blue, green, red] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    greys[index] = red - Math.max(green, blue) > seal ? red : (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return greys;
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

const render = (pdfium: Pdfium, page: number, { width, height }: PixelSize, flags: number): Uint8Array => {
  const { call } = pdfium;
  // Pixels of our own: a page too large fails in `allocate`, not inside PDFium.
  const size = width * height * deep;
  const buffer = pdfium.allocate(size);
  return released(
    () => {
      pdfium.bytes().fill(255, buffer, buffer + size);
      const bitmap = call.FPDFBitmap_CreateEx(width, height, bgra, buffer, width * deep);
      if (bitmap === 0) throw new ReadError('file.damaged', { detail: '页面无法绘制' });
      return released(
        () => {
          call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
          return pdfium.bytes().slice(buffer, buffer + size);
        },
        () => call.FPDFBitmap_Destroy(bitmap),
      );
    },
    () => pdfium.free(buffer),
  );
};
