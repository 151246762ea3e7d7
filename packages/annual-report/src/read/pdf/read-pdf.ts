import type { Box } from '../../place.ts';
import { type Problem, problem, ReadError } from '../../problem.ts';
import { layoutLines } from '../layout/layout-lines.ts';
import type { LayoutPage } from '../layout/layout-page.ts';
import { coverage } from '../layout/path-rules.ts';
import { defaultLimits, type PageImage, type ReadOptions } from '../options.ts';
import { createPageRecogniser, type PageRecogniser } from '../scan/page-recogniser.ts';
import { cropImage, mergeLayouts } from '../scan/place-layout.ts';
import { ruledLayer } from '../scan/ruled-layer.ts';
import { showsTable, tablePictures } from '../scan/table-pictures.ts';
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
    const recogniser = createPageRecogniser(options.recognise, limits);
    const pages: PageReading[] = [];
    for (let index = 0; index < count; index++) {
      const page = withPage(pdfium, document, index, (page, width, height) =>
        readPage(pdfium, page, index + 1, width, height, recogniser),
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
  /**
   * `picture` is a scan that nobody recognised, `skipped` one too many; `damaged` could not be loaded.
   * `illustrated` has text, and beside it a picture of a table that nobody recognised.
   */
  readonly kind: 'text' | 'recognised' | 'picture' | 'skipped' | 'illustrated' | 'damaged';
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
  recogniser: PageRecogniser,
): PageReading => {
  const { call } = pdfium;
  const display = pageMatrix(pdfium, page, width, height);
  const { rules, fills, pictures } = pageRules(pdfium, page, display);
  const textPage = call.FPDFText_LoadPage(page);
  const { glyphs, unmapped, invisible } =
    textPage === 0
      ? { glyphs: [], unmapped: 0, invisible: 0 }
      : released(
          () => pageGlyphs(pdfium, textPage, display),
          () => call.FPDFText_ClosePage(textPage),
        );
  const layout: LayoutPage = { number, width, height, glyphs, rules, fills, turn: 0 };
  const written = glyphs.length >= fewest;
  const covered = coverage(pictures, width, height) >= covering;
  const draw = (): PageImage => renderGrey(pdfium, page, number, width, height);
  if (covered && written && invisible > mostlyHidden * glyphs.length)
    return { layout: ruledLayer(layout, draw()), kind: 'recognised', unmapped };
  const pictured = covered && !written;
  const meaningless = written && unmapped > mostUnmapped * glyphs.length;
  if (!pictured && !meaningless) return withTablePictures(layout, pictures, unmapped, recogniser, draw);
  const asItIs = meaningless ? 'text' : recogniser.available ? 'skipped' : 'picture';
  if (!recogniser.available) return { layout, kind: asItIs, unmapped };
  const recognised = recogniser.page(draw());
  if (recognised === null) return { layout, kind: asItIs, unmapped };
  return { layout: recognised, kind: 'recognised', unmapped: 0 };
};

/** Reads the tables that stand on a page of text as pictures. */
const withTablePictures = (
  layout: LayoutPage,
  pictures: readonly Box[],
  unmapped: number,
  recogniser: PageRecogniser,
  draw: () => PageImage,
): PageReading => {
  const boxes = tablePictures(layout, pictures);
  if (boxes.length === 0) return { layout, kind: 'text', unmapped };
  const image = draw();
  let merged = layout;
  let kind: PageReading['kind'] = 'text';
  for (const box of boxes.filter((box) => showsTable(cropImage(image, box)))) {
    const found = recogniser.region(image, box);
    if (found === null) kind = 'illustrated';
    else {
      merged = mergeLayouts(merged, found);
      if (kind === 'text') kind = 'recognised';
    }
  }
  return { layout: merged, kind, unmapped };
};

const problemsOf = (pages: readonly PageReading[]): readonly Problem[] => {
  const numbers = (kept: (page: PageReading) => boolean): string =>
    pages
      .filter(kept)
      .map((page) => page.layout.number)
      .join('、');
  const pictures = numbers((page) => page.kind === 'picture');
  const skipped = numbers((page) => page.kind === 'skipped');
  const illustrated = pages.filter((page) => page.kind === 'illustrated').length;
  const recognised = numbers((page) => page.kind === 'recognised');
  const damaged = numbers((page) => page.kind === 'damaged');
  const unmapped = numbers((page) => page.unmapped > 0);
  const found: Problem[] = [];
  if (pictures !== '') found.push(problem('scan.noRecogniser', null, { pages: pictures }));
  if (skipped !== '') found.push(problem('scan.tooMany', null, { pages: skipped }));
  if (illustrated > 0) found.push(problem('scan.pictures', null, { count: illustrated }));
  if (recognised !== '') found.push(problem('scan.recognised', null, { pages: recognised }));
  if (damaged !== '') found.push(problem('page.damaged', null, { pages: damaged }));
  if (unmapped !== '') {
    const count = pages.reduce((sum, page) => sum + page.unmapped, 0);
    found.push(problem('text.unmapped', null, { pages: unmapped, count }));
  }
  return found;
};
