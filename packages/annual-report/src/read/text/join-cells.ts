import type { Line, SourceCell } from '../source.ts';
import { isRule } from './split-line.ts';

/** What stands between two cells of a row. */
export type Separator = '\t' | '|';

/** A line of nothing but separators: what is left between two cells when both hold paragraphs of their own. */
const joints: Readonly<Record<Separator, RegExp>> = { '\t': /^\t+$/, '|': /^ *\|[ |]*$/ };
/** Some texts have a stray one or two; a table copied this way has dozens. */
const enough = 8;
/** Line breaks that a paragraph's end gives at most; a row's end gives one more and its own paragraphs' again. */
const withinCell = 2;

/**
 * What parts the cells, where the text was copied from a browser (tabs) or converted to Markdown (pipes) out
 * of tables whose cells hold paragraphs, as Word's do: each separator then stands on a line of its own
 * between lines without any. Where lines begin with it, it is part of the line. Null for all other text.
 */
export const jointOf = (lines: readonly string[]): Separator | null => {
  for (const separator of ['\t', '|'] as const) {
    let alone = 0;
    let others = 0;
    for (const [at, line] of lines.entries()) {
      if (!line.startsWith(separator)) continue;
      if (!joints[separator].test(line)) others += 1;
      else if (!lines[at - 1]?.includes(separator) && !lines[at + 1]?.includes(separator)) alone += 1;
    }
    if (alone >= enough && others * 10 <= alone) return separator;
  }
  return null;
};

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly start: number;
}

const cellOf = (pieces: readonly Piece[], line: number, column: number): SourceCell => {
  const first = pieces[0];
  const start = first?.start ?? 1;
  const text = pieces.map((piece) => piece.text).join('\n');
  return {
    text,
    place: { kind: 'line', line: first?.line ?? line, start, end: start + (first?.text.length ?? 0) },
    column,
    columnSpan: 1,
    rowSpan: 1,
  };
};

/** Markdown's line break: converters end rows with it, and paragraphs inside a cell without. */
const endsRow = / {2}$/;

/**
 * Puts such rows together again. Empty lines tell paragraphs (up to two breaks) from rows (three and more),
 * so none is left over for a blank cell: blank cells show between their tabs.
 */
export const joinCells = (lines: readonly string[], separator: Separator): readonly Line[] => {
  const out: Line[] = [];
  /** The row at hand: its finished cells and the pieces of the one that is being read. */
  let cells: Piece[][] = [];
  let pieces: Piece[] = [];
  let breaks = 0;
  let at = 0;
  const close = (): void => {
    if (cells.length > 0) {
      const row = [...cells, pieces].map((cell, column) => cellOf(cell, at, column));
      out.push({ kind: 'cells', cells: row, table: 0, row: 0 });
    } else
      for (const piece of pieces)
        out.push({ kind: 'text', cells: [cellOf([piece], piece.line, 0)], table: 0, row: 0 });
    cells = [];
    pieces = [];
  };
  for (const line of lines) {
    at += 1;
    breaks += 1;
    if (separator === '|' && isRule(line)) continue;
    let start = 1;
    for (const [index, part] of line.split(separator).entries()) {
      if (index > 0) {
        // Of several paragraphs before a row's first tab only the last is surely in the row.
        if (cells.length === 0 && pieces.length > 1) {
          const last = pieces.pop() as Piece;
          close();
          pieces = [last];
        }
        cells.push(pieces);
        pieces = [];
        breaks = 0;
      }
      const text = part.trim();
      if (text !== '') {
        if (breaks > withinCell) close();
        pieces.push({ text, line: at, start: start + part.indexOf(text) });
        breaks = 0;
      }
      start += part.length + 1;
    }
    if (separator === '|' && endsRow.test(line) && line.trim() !== '') breaks = withinCell;
  }
  close();
  return out;
};
