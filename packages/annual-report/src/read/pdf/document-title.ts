import type { Pdfium } from './engine.ts';
import { readUtf16 } from './read-utf16.ts';

/** The title in the document's properties; null where there is none. */
export const documentTitle = (pdfium: Pdfium, document: number): string | null => {
  const key = pdfium.copyIn(new TextEncoder().encode('Title\0'));
  try {
    const title = readUtf16(pdfium, (buffer, length) =>
      pdfium.call.FPDF_GetMetaText(document, key, buffer, length),
    ).trim();
    return title === '' ? null : title;
  } finally {
    pdfium.free(key);
  }
};
