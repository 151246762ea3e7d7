import type { PdfEngine } from '@gongkai/annual-report';

type Call = (...values: number[]) => number;

/** The text of all pages by PDFium's own function, without places, lines or anything else that a table needs. */
export const readTextAlone = ({ pdfium }: PdfEngine, bytes: Uint8Array): string => {
  const call = pdfium.call as unknown as Readonly<Record<string, Call>>;
  const data = pdfium.copyIn(bytes);
  const document = call.FPDF_LoadMemDocument!(data, bytes.length, 0);
  let text = '';
  for (let index = 0; index < call.FPDF_GetPageCount!(document); index++) {
    const page = call.FPDF_LoadPage!(document, index);
    const textPage = call.FPDFText_LoadPage!(page);
    const count = call.FPDFText_CountChars!(textPage);
    const buffer = pdfium.allocate(2 * (count + 1));
    const written = call.FPDFText_GetText!(textPage, 0, count, buffer);
    text += Buffer.from(pdfium.bytes().slice(buffer, buffer + 2 * written)).toString('utf16le');
    pdfium.free(buffer);
    call.FPDFText_ClosePage!(textPage);
    call.FPDF_ClosePage!(page);
  }
  call.FPDF_CloseDocument!(document);
  pdfium.free(data);
  return text;
};
