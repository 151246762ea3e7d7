/** One instance of PDFium, opened once a worker thread and used for every PDF read there. */
export interface PdfEngine {
  readonly pdfium: unknown;
}
