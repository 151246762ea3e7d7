import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { defaultLimits } from '../options.ts';
import type { Source } from '../source.ts';
import { decodeText } from '../text/decode-text.ts';
import { foldLines } from './fold-text.ts';
import { pageLines } from './page-lines.ts';
import { walkHtml } from './walk-html.ts';

/** Below this, a page shows next to nothing. */
const nextToNothing = 100;

const shownLength = (source: Pick<Source, 'lines'>): number => {
  let length = 0;
  for (const line of source.lines) for (const cell of line.cells) length += cell.text.length;
  return length;
};

/**
 * A web page: saved from a browser, exported by an office program, or a fragment of one.
 *
 * @throws ReadError `file.empty`, `file.noText`, `file.hostile`
 */
export const readHtml = (input: Uint8Array | string, limits: Limits = defaultLimits): Source => {
  if (input.length === 0) throw new ReadError('file.empty');
  const html = typeof input === 'string' ? input : decodeText(input);
  let page = walkHtml(html, limits);
  let lines = pageLines(page.flow, limits);
  // Some pages keep their whole content hidden until a script shows it.
  const shown = shownLength({ lines });
  if (shown < nextToNothing && page.hiddenLength > 10 * shown) {
    page = walkHtml(html, limits, true);
    lines = pageLines(page.flow, limits);
  }
  if (lines.length === 0 && page.embedded === null) throw new ReadError('file.noText');
  const title = foldLines(page.title).join('');
  return {
    format: 'html',
    lines,
    title: title === '' ? null : title,
    metadata: page.metadata,
    embedded: page.embedded,
    recognised: false,
    problems: [],
  };
};
