import { reportToJson } from '../json/report-to-json.ts';
import type { Report } from '../report.ts';

export const reportFormats = ['html', 'docx', 'pdf', 'xlsx', 'csv', 'json', 'md'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** What a writer needs from outside; this package reads no files. */
export interface WriteResources {
  /**
   * For PDF: the font files of Noto Serif SC, regular and bold (`@expo-google-fonts/noto-serif-sc`).
   * Hand in the same array every time: the typesetter is kept with it.
   */
  readonly fonts?: readonly Uint8Array[];
}

/**
 * A report as a file. HTML, DOCX, PDF and XLSX carry the report's data (see `embedded.ts`), so that
 * reading them back loses nothing; JSON is the data; Markdown has tables and narrative; CSV has the
 * cells only. The same report gives the same bytes. Throws for PDF without the fonts.
 */
export const writeReport = async (
  report: Report,
  format: ReportFormat,
  resources: WriteResources = {},
): Promise<Uint8Array> => {
  // The libraries take a while to load; whoever writes only HTML needs none.
  switch (format) {
    case 'html':
      return encode((await import('./html/write-html.ts')).writeHtml(report));
    case 'md':
      return encode((await import('./write-markdown.ts')).writeMarkdown(report));
    case 'csv':
      return encode((await import('./write-csv.ts')).writeCsv(report));
    case 'json':
      return encode(`${reportToJson(report)}\n`);
    case 'docx':
      return (await import('./docx/write-docx.ts')).writeDocx(report);
    case 'xlsx':
      return (await import('./xlsx/write-xlsx.ts')).writeXlsx(report);
    case 'pdf':
      return (await import('./pdf/write-pdf.ts')).writePdf(report, resources.fonts ?? []);
  }
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
