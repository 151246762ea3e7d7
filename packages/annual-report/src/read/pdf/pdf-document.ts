import { ReadError } from '../../problem.ts';
import type { PdfEngine, Pdfium } from './engine.ts';

/** FPDF_ERR_* */
const [needsPassword, unknownSecurity] = [4, 5];

/** Opens a PDF, works on it, and closes it whatever happens. Throws ReadError 'file.encrypted' or 'file.damaged'. */
export const withDocument = <T>(
  engine: PdfEngine,
  bytes: Uint8Array,
  work: (pdfium: Pdfium, document: number) => T,
): T => {
  const { pdfium } = engine;
  const { call } = pdfium;
  return pdfium.guard(() => {
    const data = pdfium.copyIn(bytes);
    return released(
      () => {
        const document = call.FPDF_LoadMemDocument(data, bytes.length, 0);
        if (document === 0) throw openingError(call.FPDF_GetLastError());
        return released(
          () => work(pdfium, document),
          () => call.FPDF_CloseDocument(document),
        );
      },
      () => pdfium.free(data),
    );
  });
};

const openingError = (error: number): ReadError =>
  error === needsPassword || error === unknownSecurity
    ? new ReadError('file.encrypted')
    : new ReadError('file.damaged', { detail: '不是完整的 PDF' });

/** Releases after the work, but not after a trap: PDFium's heap can't be trusted then, and is given up whole. */
export const released = <T>(work: () => T, release: () => void): T => {
  let trapped = false;
  try {
    return work();
  } catch (error) {
    trapped = !(error instanceof ReadError);
    throw error;
  } finally {
    if (!trapped) release();
  }
};

/** Opens a page (from 0), works on it, and closes it. Null where PDFium can't load the page. */
export const withPage = <T>(
  pdfium: Pdfium,
  document: number,
  index: number,
  work: (page: number, width: number, height: number) => T,
): T | null => {
  const { call } = pdfium;
  const page = call.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  return released(
    () => work(page, call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page)),
    () => call.FPDF_ClosePage(page),
  );
};
