import type { Place } from '../../place.ts';
import type { Alignment } from '../align/alignment.ts';
import type { Line, Source } from '../source.ts';

/** A line that holds something, as the outline looks at it. */
export interface OutlineLine {
  /** Index into `Source.lines`. */
  readonly index: number;
  /** Its own text; for several cells, those that hold something, apart by a space. */
  readonly text: string;
  /** Whether all of the text stands in one cell. */
  readonly single: boolean;
  /** Whether it belongs to a statutory table. */
  readonly inTable: boolean;
  readonly place: Place | null;
}

/** Nothing in a statutory table ends in a full stop: a sentence next to one is narrative, whoever claims it. */
const isSentence = ({ kind, cells }: Line): boolean => {
  const text = cells[0]?.text.trimEnd() ?? '';
  return kind === 'text' && text.length >= 12 && /。[”"’）)]?$/.test(text);
};

const toOutlineLine = (line: Line, index: number, inTable: boolean): OutlineLine | null => {
  const filled = line.cells.length === 1 ? line.cells : line.cells.filter((cell) => cell.text.trim() !== '');
  const first = filled[0];
  if (first === undefined) return null;
  const text = filled.length === 1 ? first.text : filled.map((cell) => cell.text.trim()).join(' ');
  if (text.trim() === '') return null;
  return { index, text, single: filled.length === 1, inTable, place: first.place };
};

/** No heading, no remark, no sentence: what a label's second half looks like. */
const looseEnd = /^(?![、一二三四五六七八九十（(]|.*(?:情况|事项|问题|注|[。，；：:])).{1,16}$/;

/** A label broken over lines may be known to the tables by its first line only; its rest stands inside them. */
const isInside = (lines: readonly OutlineLine[], at: number): boolean => {
  if (!lines[at]?.single || !looseEnd.test(lines[at]?.text.trim() ?? '')) return false;
  let above = at - 1;
  let below = at + 1;
  while (
    above >= at - 3 &&
    lines[above] &&
    !lines[above]?.inTable &&
    looseEnd.test(lines[above]?.text.trim() ?? '')
  )
    above -= 1;
  while (
    below <= at + 3 &&
    lines[below] &&
    !lines[below]?.inTable &&
    looseEnd.test(lines[below]?.text.trim() ?? '')
  )
    below += 1;
  return lines[above]?.inTable === true && lines[below]?.inTable === true;
};

/** @param alignment null where the tables are not known yet */
export const outlineLines = (source: Source, alignment: Alignment | null): readonly OutlineLine[] => {
  const lines: OutlineLine[] = [];
  for (const [index, line] of source.lines.entries()) {
    const inTable = alignment?.lines.has(index) === true && !isSentence(line);
    const found = toOutlineLine(line, index, inTable);
    if (found) lines.push(found);
  }
  return alignment === null
    ? lines
    : lines.map((line, at) => (!line.inTable && isInside(lines, at) ? { ...line, inTable: true } : line));
};
