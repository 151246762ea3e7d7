import { drawPage, type PdfEngine, withDocument, withPage } from '@gongkai/annual-report';
import { checkBox, type PageArea, type UsedReason, usedReasons } from './area.ts';
import { packPicture } from './pack-picture.ts';
import { paintAreas } from './paint-areas.ts';
import { checkSize, countPages, unreadable } from './read-pages.ts';
import { findReason } from './reasons.ts';
import { RedactionError } from './redaction-error.ts';
import { type ImagePage, writeImagePdf } from './write-image-pdf.ts';

export interface RedactPdfOptions {
  /** Pixels an inch, 72 to 400; lowered for pages of more than 16 million pixels. Default 200. */
  readonly resolution?: number;
}

export interface RedactedPdf {
  readonly bytes: Uint8Array;
  readonly reasons: readonly UsedReason[];
}

/**
 * Blacks areas out of a PDF (区分处理, 条例第三十七条): draws every page, overwrites the areas' pixels with
 * black, a white mark of the reason on it where that fits, and writes the pictures into a new PDF that holds
 * nothing else.
 *
 * Pages without areas are drawn too. Copied as they stand they would bring along what no page shows: fonts
 * and resources shared with pages that have areas, hidden text and layers, annotations, earlier versions.
 *
 * @throws ReadError 'file.encrypted', 'file.damaged', 'file.tooLarge' (64 MB, 500 pages), 'file.hostile';
 *   RedactionError where an area has no page, lies outside, or has no known reason.
 */
export const redactPdf = (
  engine: PdfEngine,
  bytes: Uint8Array,
  areas: readonly PageArea[],
  { resolution = 200 }: RedactPdfOptions = {},
): RedactedPdf => {
  checkSize(bytes);
  const reasons = usedReasons(areas);
  const held = Math.min(400, Math.max(72, resolution));
  checkAreas(areas, pageSizes(engine, bytes));
  const pages = withDocument(engine, bytes, (pdfium, document) =>
    Array.from({ length: countPages(pdfium, document) }, (_, index): ImagePage => {
      const own = areas.filter(({ page }) => page === index + 1);
      const drawn = withPage(pdfium, document, index, (page, width, height) => {
        const picture = drawPage(pdfium, page, width, height, held);
        const [across, down] = [picture.width / width, picture.height / height];
        const painted = own.map(({ box: [left, top, right, bottom], reasonCode }) => ({
          box: [left * across, top * down, right * across, bottom * down] as const,
          mark: findReason(reasonCode)?.mark ?? '',
        }));
        paintAreas(picture, painted);
        return { width, height, picture: packPicture(picture) };
      });
      return drawn ?? unreadable(index + 1);
    }),
  );
  return { bytes: writeImagePdf(pages), reasons };
};

const pageSizes = (engine: PdfEngine, bytes: Uint8Array): readonly PageSize[] =>
  withDocument(engine, bytes, (pdfium, document) =>
    Array.from(
      { length: countPages(pdfium, document) },
      (_, index) =>
        withPage(pdfium, document, index, (_page, width, height): PageSize => [width, height]) ??
        unreadable(index + 1),
    ),
  );

type PageSize = readonly [width: number, height: number];

const checkAreas = (areas: readonly PageArea[], sizes: readonly PageSize[]): void => {
  for (const { page, box } of areas) {
    const size = sizes[page - 1];
    if (size === undefined)
      throw new RedactionError(
        'area.noPage',
        `有一处遮盖在第 ${page} 页，而文件只有 ${sizes.length} 页。请重新打开文件后框选。`,
      );
    checkBox(box, ...size, `第 ${page} 页`);
  }
};
