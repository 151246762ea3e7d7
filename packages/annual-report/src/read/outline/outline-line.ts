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

const toOutlineLine = (line: Line, index: number, inTable: boolean): OutlineLine | null => {
  const filled = line.cells.length === 1 ? line.cells : line.cells.filter((cell) => cell.text.trim() !== '');
  const first = filled[0];
  if (first === undefined) return null;
  const text = filled.length === 1 ? first.text : filled.map((cell) => cell.text.trim()).join(' ');
  if (text.trim() === '') return null;
  return { index, text, single: filled.length === 1, inTable, place: first.place };
};

export const outlineLines = (source: Source, alignment: Alignment): readonly OutlineLine[] => {
  const lines: OutlineLine[] = [];
  for (const [index, line] of source.lines.entries()) {
    const found = toOutlineLine(line, index, alignment.lines.has(index));
    if (found) lines.push(found);
  }
  return lines;
};
