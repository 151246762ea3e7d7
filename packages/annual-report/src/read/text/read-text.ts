import { ReadError } from '../../problem.ts';
import type { Limits } from '../options.ts';
import { defaultLimits } from '../options.ts';
import type { Line, Source } from '../source.ts';
import { decodeText } from './decode-text.ts';
import { joinCells, jointOf } from './join-cells.ts';
import { printFurniture } from './print-furniture.ts';
import { gridRows, joinQuoted } from './sheet-rows.ts';
import { isRule, splitLine } from './split-line.ts';

/** Form feeds (pdftotext writes one at a page's start) are no part of any line. */
const noise = /[\f\ufeff\u200b]/g;

export const splitLines = (text: string): readonly string[] => text.split(/\r\n?|[\n\v\u0085\u2028\u2029]/);

/** A row of the forms has sixteen cells; a line with more pieces than this is a whole document. */
const mostInRow = 60;
/** Characters of a line that is longer than any paragraph with blanks in it. */
const endless = 1000;

/**
 * Some tools put a whole page on one line, its pieces parted by tabs or blanks: each is a line of its own
 * then. Blanks part the pieces only where no sentence would stand so long without a line's end.
 */
const cutEndless = (line: string): readonly string[] => {
  if (line.length < endless / 2) return [line];
  const tabs = line.split('\t');
  if (tabs.length > mostInRow) return tabs;
  const words = line.split(' ');
  return line.length > endless && words.length > mostInRow && tabs.length === 1 ? words : [line];
};

/** Counted before a cell is made of any: a file of nothing but tabs is all cells. */
const countSeparators = (text: string): number => {
  let count = 0;
  for (const separator of '\t|｜│┃')
    for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) count += 1;
  return count;
};

const plainLines = (raw: readonly string[]): readonly Line[] => {
  const lines: Line[] = [];
  const furniture = printFurniture(raw);
  for (const [index, line] of joinQuoted(raw).entries())
    if (line !== null && !isRule(line) && !furniture.has(index)) lines.push(splitLine(line, index + 1));
  return gridRows(lines);
};

/**
 * Plain text in any encoding. Empty lines are kept as lines of their own: where a report has one cell
 * a line, they are the only trace of a blank cell.
 *
 * @throws ReadError `file.empty`, `file.noText`, `file.hostile` (more pieces than `limits.cells`)
 */
export const readText = (input: Uint8Array | string, limits: Limits = defaultLimits): Source => {
  if (input.length === 0) throw new ReadError('file.empty');
  const text = typeof input === 'string' ? input : decodeText(input);
  if (text.trim() === '') throw new ReadError('file.noText');
  const raw = splitLines(text).flatMap(cutEndless);
  if (raw.length + countSeparators(text) > limits.cells)
    throw new ReadError('file.hostile', { detail: `超过 ${limits.cells} 个单元格` });
  // A hundred reports have fewer; every line may be a label, and is compared with all of them.
  const most = Math.floor(limits.cells / 4);
  if (raw.length > most) throw new ReadError('file.hostile', { detail: `超过 ${most} 行` });
  const plain = raw.map((line) => line.replace(noise, ''));
  const joint = jointOf(plain);
  const lines = joint === null ? plainLines(plain) : joinCells(plain, joint);
  return {
    format: 'text',
    lines,
    title: null,
    metadata: {},
    embedded: null,
    recognised: false,
    problems: [],
  };
};
