import {
  isPaged,
  type Limits,
  openPdfEngine,
  type PdfEngine,
  type Reading,
  type Report,
  type ReportFormat,
  readReport,
  renderPage,
  writeReport,
} from '@gongkai/annual-report';
import { encodePng } from './encode-png.ts';
import { readFonts, readPdfiumWasm } from './resources.ts';
import { createTesseract } from './tesseract.ts';

export interface EngineOptions {
  /** Read scans with the system's tesseract where it is installed. */
  readonly recognise: boolean;
  readonly limits?: Partial<Limits>;
}

/** The annual report with all it needs from this machine. One a thread; calls one after the other. */
export interface ReportEngine {
  readonly read: (bytes: Uint8Array, name: string) => Promise<Reading>;
  readonly write: (report: Report, format: ReportFormat) => Promise<Uint8Array>;
  /** A page of a PDF as PNG. `page` counts from 1, `resolution` in pixels an inch. */
  readonly picture: (bytes: Uint8Array, page: number, resolution: number) => Promise<Uint8Array>;
  /** True where this thread should be replaced: PDFium trapped, or holds on to too much memory. */
  readonly spent: () => boolean;
}

/** PDFium's memory never shrinks; past this a thread is worth replacing. */
const pdfMemoryCeiling = 192 * 1024 * 1024;

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** Opens the engine. What costs time or memory (PDFium, fonts, tesseract) is opened when first needed. */
export const openReportEngine = ({ recognise, limits }: EngineOptions): ReportEngine => {
  let pdf: PdfEngine | undefined;
  const openPdf = async (): Promise<PdfEngine> => {
    if (!pdf || pdf.broken) pdf = await openPdfEngine(readPdfiumWasm());
    return pdf;
  };
  const tesseract = once(createTesseract);
  const fonts = once(readFonts);
  return {
    read: async (bytes, name) => {
      const paged = isPaged(bytes);
      const recogniser = paged && recognise ? tesseract() : null;
      return readReport(bytes, {
        name,
        ...(limits ? { limits } : {}),
        ...(paged ? { pdf: await openPdf() } : {}),
        ...(recogniser ? { recognise: recogniser } : {}),
      });
    },
    write: (report, format) => writeReport(report, format, { fonts: format === 'pdf' ? fonts() : [] }),
    picture: async (bytes, page, resolution) => {
      const { width, height, rgba } = renderPage(await openPdf(), bytes, page, resolution);
      return encodePng(width, height, rgba);
    },
    spent: () => pdf !== undefined && (pdf.broken || pdf.memoryBytes > pdfMemoryCeiling),
  };
};
