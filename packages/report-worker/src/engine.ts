import {
  type Box,
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
import { cropAround, drawBox } from './mark-box.ts';
import { readFonts, readPdfiumWasm } from './resources.ts';
import { openTesseract } from './tesseract.ts';

export interface EngineOptions {
  /** Read scans with the system's tesseract where it is installed. */
  readonly recognise: boolean;
  /**
   * Seconds that recognition may take for one file; pages left then are named in a problem. Less than the time
   * limit of the pool, which would lose the whole reading. Default 45.
   */
  readonly recogniseSeconds?: number;
  readonly limits?: Partial<Limits>;
}

/** Which part of a PDF (or of a picture file, its one page) is wanted as a picture. */
export interface WantedPicture {
  /** From 1. */
  readonly page: number;
  /** Pixels an inch. */
  readonly resolution: number;
  /** To be framed, in points from the page's top left. */
  readonly box?: Box;
  /** The whole page; otherwise a strip around the box. */
  readonly whole: boolean;
}

/** The annual report with all it needs from this machine. One a thread; calls one after the other. */
export interface ReportEngine {
  readonly read: (bytes: Uint8Array, name: string) => Promise<Reading>;
  readonly write: (report: Report, format: ReportFormat) => Promise<Uint8Array>;
  /** A page of a PDF as PNG, or what is around a box on it. */
  readonly picture: (bytes: Uint8Array, wanted: WantedPicture) => Promise<Uint8Array>;
  /** True where this thread should be replaced: PDFium trapped, or holds on to too much memory. */
  readonly spent: () => boolean;
}

/** PDFium's memory never shrinks; past this a thread is worth replacing. */
const pdfMemoryCeiling = 192 * 1024 * 1024;

/** The first bytes of JPEG and PNG. */
const pictures: readonly Buffer[] = [Buffer.from([0xff, 0xd8, 0xff]), Buffer.from([0x89, 0x50, 0x4e, 0x47])];

/** Whether this is a PDF (rubbish may stand before its mark) or the picture of a page. */
const isPaged = (bytes: Uint8Array): boolean =>
  pictures.some((start) => start.equals(bytes.subarray(0, start.length))) ||
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');

/** Whether a file turned out to hold PDFs (an archive), or pictures that could be recognised. */
const wantsPdfium = (reading: Reading, recognise: boolean): boolean =>
  [...reading.problems, ...reading.reports.flatMap((report) => report.problems)].some(
    ({ code }) =>
      code === 'pdf.noEngine' ||
      code === 'image.noEngine' ||
      (recognise && (code === 'scan.noRecogniser' || code === 'scan.pictures')),
  );

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Opens the engine. What costs time or memory (PDFium, fonts, tesseract) is opened when first needed. */
export const openReportEngine = ({
  recognise,
  recogniseSeconds = 45,
  limits,
}: EngineOptions): ReportEngine => {
  let pdf: PdfEngine | undefined;
  const openPdf = async (): Promise<PdfEngine> => {
    if (!pdf || pdf.broken) pdf = await openPdfEngine(readPdfiumWasm());
    return pdf;
  };
  const tesseract = once(openTesseract);
  const fonts = once(readFonts);
  return {
    read: async (bytes, name) => {
      const options = { name, ...(limits ? { limits } : {}) };
      // PDFium takes longer to open than most files take to read: others are tried without it.
      const first = isPaged(bytes) ? null : readReport(bytes, options);
      if (first !== null && !wantsPdfium(first, recognise)) return first;
      const recogniser = recognise ? tesseract() : null;
      if (first !== null && recogniser === null && !wantsPdfium(first, false)) return first;
      return readReport(bytes, {
        ...options,
        pdf: await openPdf(),
        ...(recogniser ? { recognise: recogniser.recogniser(recogniseSeconds) } : {}),
      });
    },
    write: (report, format) => writeReport(report, format, { fonts: format === 'pdf' ? fonts() : [] }),
    picture: async (bytes, { page, resolution, box, whole }) => {
      const picture = renderPage(await openPdf(), bytes, page, resolution);
      if (!box) return encodePng(picture);
      const scale = resolution / 72;
      const pixels = [box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale] as const;
      drawBox(picture, pixels, Math.max(2, Math.round(scale * 1.5)));
      return encodePng(whole ? picture : cropAround(picture, pixels, 60 * scale));
    },
    spent: () => pdf !== undefined && (pdf.broken || pdf.memoryBytes > pdfMemoryCeiling),
  };
};
