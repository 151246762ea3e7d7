import { type Problem, problem, ReadError } from '../../problem.ts';
import { renderPicture } from '../image/render-picture.ts';
import { layoutLines } from '../layout/layout-lines.ts';
import type { LayoutPage } from '../layout/layout-page.ts';
import { coverage } from '../layout/path-rules.ts';
import type { Limits, PageImage, ReadOptions } from '../options.ts';
import type { PdfEngine } from '../pdf/engine.ts';
import { createPageRecogniser, type PageRecogniser } from '../scan/page-recogniser.ts';
import { mergeLayouts, placeLayout } from '../scan/place-layout.ts';
import type { Source } from '../source.ts';
import { openZip, type ZipArchive } from '../zip/open-zip.ts';
import { type OfdPackage, openOfd } from './ofd-package.ts';
import { type OfdPage, type OfdPicture, readOfdPage } from './ofd-page.ts';
import { readPictures } from './ofd-pictures.ts';

/** As in a PDF: hardly any text under a picture that covers the page is a scan. */
const fewest = 20;
const covering = 0.4;
/** Smaller than this share of the page a picture of a scanned page is a seal or a logo. */
const leastPiece = 0.1;

/**
 * Reads an OFD (GB/T 33190-2016, 开放版式文档) by its text and ruling lines, page templates included. Boxes are
 * in points from the page's top left. Pages that are pictures are recognised if `options` has both `recognise`
 * and `pdf` (the engine that decodes pictures), else reported.
 *
 * Throws ReadError: 'file.damaged', 'file.hostile' (bombs, document types, nesting), 'file.tooLarge'.
 */
export const readOfd = (
  bytes: Uint8Array,
  limits: Limits,
  options: Pick<ReadOptions, 'pdf' | 'recognise'> = {},
): Source => {
  const zip = openZip(bytes, limits);
  const ofd = openOfd(zip, limits);
  const recogniser = createPageRecogniser(options.pdf && options.recognise, limits);
  const draw = drawer(zip, ofd, limits, options.pdf);
  const pages = ofd.pages.map((_, index) => {
    const page = readOfdPage(zip, ofd, index + 1, limits);
    return isScan(page) ? readScan(page, recogniser, draw) : { layout: page.layout, kind: 'text' as const };
  });
  return {
    format: 'ofd',
    lines: layoutLines(pages.map((page) => page.layout)),
    title: ofd.title,
    metadata: {},
    embedded: null,
    recognised: pages.some((page) => page.kind === 'recognised'),
    problems: problemsOf(pages),
  };
};

interface PageReading {
  readonly layout: LayoutPage;
  /** `unknown` is a scan whose picture is missing or of a kind that can't be decoded. */
  readonly kind: 'text' | 'recognised' | 'picture' | 'skipped' | 'unknown';
}

const isScan = ({ layout, pictures }: OfdPage): boolean =>
  layout.glyphs.length < fewest &&
  coverage(
    pictures.map((picture) => picture.box),
    layout.width,
    layout.height,
  ) >= covering;

type Draw = (picture: OfdPicture, page: number) => PageImage | null;

const drawer = (zip: ZipArchive, ofd: OfdPackage, limits: Limits, engine: PdfEngine | undefined): Draw => {
  let files: ReturnType<typeof readPictures> | undefined;
  return ({ resource }, page) => {
    files ??= readPictures(zip, ofd.resources, limits);
    const name = files.get(resource);
    if (engine === undefined || name === undefined || zip.find(name) === null) return null;
    try {
      return { ...renderPicture(zip.read(name), engine), page };
    } catch (error) {
      if (error instanceof ReadError && !engine.broken) return null;
      throw error;
    }
  };
};

const readScan = ({ layout, pictures }: OfdPage, recogniser: PageRecogniser, draw: Draw): PageReading => {
  if (!recogniser.available) return { layout, kind: 'picture' };
  let merged = layout;
  for (const picture of pictures) {
    const [left, top, right, bottom] = picture.box;
    if ((right - left) * (bottom - top) < leastPiece * layout.width * layout.height) continue;
    const image = draw(picture, layout.number);
    if (image === null) return { layout, kind: 'unknown' };
    const found = recogniser.page(image);
    if (found === null) return { layout, kind: 'skipped' };
    // One picture is the page, turned as it may be.
    if (pictures.length === 1 && found.turn !== 0)
      return { layout: { ...found, number: layout.number }, kind: 'recognised' };
    merged = mergeLayouts(merged, placeLayout(found, picture.box));
  }
  return { layout: merged, kind: 'recognised' };
};

const problemsOf = (pages: readonly PageReading[]): readonly Problem[] => {
  const numbers = (kind: PageReading['kind']): string =>
    pages
      .filter((page) => page.kind === kind)
      .map((page) => page.layout.number)
      .join('、');
  const unmapped = pages.filter(
    (page) => page.kind === 'text' && page.layout.glyphs.some((glyph) => glyph.text === '\uFFFD'),
  );
  const found: Problem[] = [];
  if (numbers('picture') !== '')
    found.push(problem('scan.noRecogniser', null, { pages: numbers('picture') }));
  if (numbers('unknown') !== '') found.push(problem('page.damaged', null, { pages: numbers('unknown') }));
  if (numbers('skipped') !== '') found.push(problem('scan.tooMany', null, { pages: numbers('skipped') }));
  if (numbers('recognised') !== '')
    found.push(problem('scan.recognised', null, { pages: numbers('recognised') }));
  if (unmapped.length > 0) {
    const count = unmapped
      .flatMap((page) => page.layout.glyphs)
      .filter((glyph) => glyph.text === '\uFFFD').length;
    found.push(
      problem('text.unmapped', null, { pages: unmapped.map((page) => page.layout.number).join('、'), count }),
    );
  }
  return found;
};
