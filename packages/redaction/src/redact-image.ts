import {
  openPicture,
  type PdfEngine,
  type Pdfium,
  picturePages,
  ReadError,
  released,
  withDocument,
  withPage,
} from '@gongkai/annual-report';
import { checkBox, type PictureArea, type UsedReason, usedReasons } from './area.ts';
import { packRows } from './pack-picture.ts';
import { paintAreas } from './paint-areas.ts';
import type { Pixels } from './picture.ts';
import { checkSize } from './read-pages.ts';
import { findReason } from './reasons.ts';
import { turnUpright } from './turn-upright.ts';
import { writePng } from './write-png.ts';

export interface RedactedImage {
  /** PNG, upright, without metadata. */
  readonly bytes: Uint8Array;
  readonly reasons: readonly UsedReason[];
}

/** What PDFium can unpack within its memory. */
const mostPixels = 25_000_000;

/**
 * Blacks areas out of a picture (JPEG, PNG), pixel by pixel (区分处理, 条例第三十七条). Nothing but pixels is
 * written: no EXIF (place and time of a photograph), no thumbnail, no text.
 *
 * @throws ReadError 'file.unknownFormat', 'file.damaged', 'file.tooLarge' (64 MB, 25 million pixels);
 *   RedactionError where an area lies outside or has no known reason.
 */
export const redactImage = (
  engine: PdfEngine,
  bytes: Uint8Array,
  areas: readonly PictureArea[],
): RedactedImage => {
  checkSize(bytes);
  const reasons = usedReasons(areas.map((area) => ({ ...area, page: 1 })));
  const picture = openImage(engine, bytes);
  for (const { box } of areas) checkBox(box, picture.width, picture.height, '图片上');
  paintAreas(
    picture,
    areas.map(({ box, reasonCode }) => ({ box, mark: findReason(reasonCode)?.mark ?? '' })),
  );
  return { bytes: writePng(packRows(picture)), reasons };
};

/** The picture's own pixels, upright. */
const openImage = (engine: PdfEngine, bytes: Uint8Array): Pixels => {
  const { width, height, orientation } = openPicture(bytes);
  if (width * height > mostPixels)
    throw new ReadError('file.tooLarge', { limit: `${mostPixels / 10_000} 万像素` });
  const stored = withDocument(engine, picturePages([bytes]), (pdfium, document) =>
    withPage(pdfium, document, 0, (page) => readPixels(pdfium, pdfium.call.FPDFPage_GetObject(page, 0))),
  );
  // PDFium shows what it can of a picture that breaks off; its size is known from the head.
  if (stored === null || stored.width !== width || stored.height !== height) throw damaged();
  return turnUpright(stored, orientation);
};

const damaged = (): ReadError => new ReadError('file.damaged', { detail: '图片不完整' });

/** FPDFBitmap_Gray, BGR, BGRx, BGRA: bytes a pixel. */
const depths: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 };

const readPixels = (pdfium: Pdfium, object: number): Pixels => {
  const { call } = pdfium;
  const bitmap = object === 0 ? 0 : call.FPDFImageObj_GetBitmap(object);
  if (bitmap === 0) throw damaged();
  return released(
    () => {
      const [width, height] = [call.FPDFBitmap_GetWidth(bitmap), call.FPDFBitmap_GetHeight(bitmap)];
      const stride = call.FPDFBitmap_GetStride(bitmap);
      const depth = depths[call.FPDFBitmap_GetFormat(bitmap)];
      if (depth === undefined) throw damaged();
      const start = call.FPDFBitmap_GetBuffer(bitmap);
      const source = pdfium.bytes().subarray(start, start + stride * height);
      const rgba = new Uint8Array(width * height * 4);
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const from = y * stride + x * depth;
          const to = (y * width + x) * 4;
          rgba[to] = source[from + (depth === 1 ? 0 : 2)]!;
          rgba[to + 1] = source[from + (depth === 1 ? 0 : 1)]!;
          rgba[to + 2] = source[from]!;
          rgba[to + 3] = 255;
        }
      return { width, height, rgba };
    },
    () => call.FPDFBitmap_Destroy(bitmap),
  );
};
