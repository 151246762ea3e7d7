import { problem, ReadError } from '../../problem.ts';
import { layoutLines } from '../layout/layout-lines.ts';
import type { LayoutPage } from '../layout/layout-page.ts';
import type { Limits, ReadOptions } from '../options.ts';
import { createPageRecogniser } from '../scan/page-recogniser.ts';
import { showsTable } from '../scan/table-pictures.ts';
import type { Source } from '../source.ts';
import { renderPicture } from './render-picture.ts';

/** A document with fewer characters than this is only its pictures. */
const fewest = 300;

/**
 * Adds what the pictures of a document say to a source in which no table was found: tables pasted into Word or
 * a web page as pictures, whole reports of scanned pages. Where nobody recognises them, a problem says that
 * they are there. Places on a picture are on page n for the n-th picture, as if it filled a page.
 */
export const withPictures = (
  source: Source,
  pictures: readonly Uint8Array[],
  options: ReadOptions,
  limits: Limits,
): Source => {
  if (pictures.length === 0) return source;
  const characters = source.lines.reduce(
    (sum, line) => line.cells.reduce((count, cell) => count + cell.text.length, sum),
    0,
  );
  const recogniser = createPageRecogniser(options.pdf && options.recognise, limits);
  const pages: LayoutPage[] = [];
  let unread = 0;
  pictures.forEach((bytes, index) => {
    if (options.pdf === undefined || !recogniser.available) {
      unread++;
      return;
    }
    try {
      const image = { ...renderPicture(bytes, options.pdf), page: index + 1 };
      // Beside text of its own, only a picture with a table is worth its time.
      if (characters >= fewest && !showsTable(image)) return;
      const page = recogniser.page(image);
      if (page === null) unread++;
      else pages.push(page);
    } catch (error) {
      if (!(error instanceof ReadError) || options.pdf.broken) throw error;
      unread++;
    }
  });
  const tables = source.lines.reduce((most, line) => Math.max(most, line.table), 0);
  const lines = layoutLines(pages).map((line) =>
    line.table === 0 ? line : { ...line, table: line.table + tables },
  );
  const numbers = pages.map((page) => page.number).join('、');
  return {
    ...source,
    lines: [...source.lines, ...lines],
    recognised: source.recognised || pages.length > 0,
    problems: [
      ...source.problems,
      ...(unread > 0 ? [problem('scan.pictures', null, { count: unread })] : []),
      ...(pages.length > 0 ? [problem('scan.recognised', null, { pages: numbers })] : []),
    ],
  };
};
