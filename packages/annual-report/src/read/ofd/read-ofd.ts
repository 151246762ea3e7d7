import { problem } from '../../problem.ts';
import { layoutLines } from '../layout/layout-lines.ts';
import type { Limits } from '../options.ts';
import type { Source } from '../source.ts';
import { openZip } from '../zip/open-zip.ts';
import { openOfd } from './ofd-package.ts';
import { readOfdPage } from './ofd-page.ts';

/** As in a PDF: hardly any text under a picture that covers the page is a scan. */
const fewest = 20;
const covering = 0.4;

/**
 * Reads an OFD (GB/T 33190-2016, 开放版式文档) by its text and ruling lines, page templates included. Boxes are
 * in points from the page's top left. Pages that are pictures are reported, not recognised.
 *
 * Throws ReadError: 'file.damaged', 'file.hostile' (bombs, document types, nesting), 'file.tooLarge'.
 */
export const readOfd = (bytes: Uint8Array, limits: Limits): Source => {
  const zip = openZip(bytes, limits);
  const ofd = openOfd(zip, limits);
  const pages = ofd.pages.map((_, index) => readOfdPage(zip, ofd, index + 1, limits));
  const pictures = pages
    .filter((page) => page.layout.glyphs.length < fewest && page.pictured >= covering)
    .map((page) => page.layout.number);
  const unmapped = pages.filter((page) => page.layout.glyphs.some((glyph) => glyph.text === '\uFFFD'));
  return {
    format: 'ofd',
    lines: layoutLines(pages.map((page) => page.layout)),
    title: ofd.title,
    metadata: {},
    embedded: null,
    recognised: false,
    problems: [
      ...(pictures.length > 0 ? [problem('scan.noRecogniser', null, { pages: pictures.join('、') })] : []),
      ...(unmapped.length > 0
        ? [
            problem('text.unmapped', null, {
              pages: unmapped.map((page) => page.layout.number).join('、'),
              count: unmapped.flatMap((page) => page.layout.glyphs).filter((glyph) => glyph.text === '\uFFFD')
                .length,
            }),
          ]
        : []),
    ],
  };
};
