import { type Problem, problem, ReadError } from '../../problem.ts';
import { layoutLines } from '../layout/layout-lines.ts';
import type { LayoutPage } from '../layout/layout-page.ts';
import { defaultLimits, type ReadOptions } from '../options.ts';
import { recognisePage } from '../scan/recognise-page.ts';
import { ruledLayer } from '../scan/ruled-layer.ts';
import type { Source } from '../source.ts';
import { documentTitle } from './document-title.ts';
import { embeddedReport } from './embedded-report.ts';
import type { PdfEngine, Pdfium } from './engine.ts';
import { pageGlyphs } from './page-glyphs.ts';
import { pageMatrix } from './page-matrix.ts';
import { pageRules } from './page-rules.ts';
import { released, withDocument, withPage } from './pdf-document.ts';
import { renderGrey } from './render-page.ts';

/** Fewer characters than this under a picture are a stamp or a page number, not the page's text. */
const fewest = 20;
/** A page pictured this far, with hardly any text, is a scan. */
const covering = 0.4;
/** Of the characters, the share not drawn from which the text is somebody's recognition of the picture above it. */
const mostlyHidden = 0.8;
/** Of the characters, the share without a meaning from which the text layer is worth nothing. */
const mostUnmapped = 0.3;

/**
 * Reads a PDF by its text and ruling lines; boxes are on the page as displayed, in points from its top left.
 * Pages that are pictures are recognised if `options.recognise` is given, else reported.
 *
 * Throws ReadError: 'file.encrypted' (a password is needed to open it), 'file.damaged', 'file.tooLarge'.
 * After a 'file.damaged', look at `engine.broken`.
 */
export const readPdf = (
  bytes: Uint8Array,
  engine: PdfEngine,
  options: Pick<ReadOptions, 'recognise' | 'limits'> = {},
): Source => {
  const limits = { ...defaultLimits, ...options.limits };
  return withDocument(engine, bytes, (pdfium, document) => {
    const count = pdfium.call.FPDF_GetPageCount(document);
    if (count > limits.pages) throw new ReadError('file.tooLarge', { limit: `${limits.pages} 页` });
    if (count <= 0) throw new ReadError('file.damaged', { detail: '没有页面' });
    const pages: PageReading[] = [];
    for (let index = 0; index < count; index++) {
      const page = withPage(pdfium, document, index, (page, width, height) =>
        readPage(pdfium, page, index + 1, width, height, options.recognise),
      );
      pages.push(page ?? { ...unread, layout: { ...unread.layout, number: index + 1 } });
    }
    return {
      format: 'pdf',
      lines: layoutLines(pages.map((page) => page.layout)),
      title: documentTitle(pdfium, document),
      metadata: {},
      embedded: embeddedReport(pdfium, document),
      recognised: pages.some((page) => page.kind === 'recognised'),
      problems: problemsOf(pages),
    };
  });
};

interface PageReading {
  readonly layout: LayoutPage;
  /** `picture` is a scan that nobody recognised; `damaged` could not be loaded. */
  readonly kind: 'text' | 'recognised' | 'picture' | 'damaged';
  readonly unmapped: number;
}

const unread: PageReading = {
  layout: { number: 0, width: 595, height: 842, glyphs: [], rules: [], fills: [], turn: 0 },
  kind: 'damaged',
  unmapped: 0,
};

const readPage = (
  pdfium: Pdfium,
  page: number,
  number: number,
  width: number,
  height: number,
  recognise: ReadOptions['recognise'],
): PageReading => {
  const { call } = pdfium;
  const display = pageMatrix(pdfium, page, width, height);
  const drawn = pageRules(pdfium, page, display, width, height);
  const textPage = call.FPDFText_LoadPage(page);
  const { glyphs, unmapped, invisible } =
    textPage === 0
      ? { glyphs: [], unmapped: 0, invisible: 0 }
      : released(
          () => pageGlyphs(pdfium, textPage, display),
          () => call.FPDFText_ClosePage(textPage),
        );
  const { rules, fills } = drawn;
  const layout: LayoutPage = { number, width, height, glyphs, rules, fills, turn: 0 };
  const pictured = glyphs.length < fewest && drawn.pictured >= covering;
  const meaningless = glyphs.length >= fewest && unmapped > mostUnmapped * glyphs.length;
  if (drawn.pictured >= covering && glyphs.length >= fewest && invisible > mostlyHidden * glyphs.length) {
    const image = renderGrey(pdfium, page, number, width, height);
    return { layout: ruledLayer(layout, image), kind: 'recognised', unmapped };
  }
  if (!pictured && !meaningless) return { layout, kind: 'text', unmapped };
  if (recognise === undefined) return { layout, kind: pictured ? 'picture' : 'text', unmapped };
  const image = renderGrey(pdfium, page, number, width, height);
  return { layout: recognisePage(image, recognise), kind: 'recognised', unmapped: 0 };
};

const problemsOf = (pages: readonly PageReading[]): readonly Problem[] => {
  const numbers = (kept: (page: PageReading) => boolean): string =>
    pages
      .filter(kept)
      .map((page) => page.layout.number)
      .join('、');
  const pictures = numbers((page) => page.kind === 'picture');
  const recognised = numbers((page) => page.kind === 'recognised');
  const damaged = numbers((page) => page.kind === 'damaged');
  const unmapped = numbers((page) => page.unmapped > 0);
  const found: Problem[] = [];
  if (pictures !== '') found.push(problem('scan.noRecogniser', null, { pages: pictures }));
  if (recognised !== '') found.push(problem('scan.recognised', null, { pages: recognised }));
  if (damaged !== '') found.push(problem('page.damaged', null, { pages: damaged }));
  if (unmapped !== '') {
    const count = pages.reduce((sum, page) => sum + page.unmapped, 0);
    found.push(problem('text.unmapped', null, { pages: unmapped, count }));
  }
  return found;
};
