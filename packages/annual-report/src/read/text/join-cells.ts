import type { Line, SourceCell } from '../source.ts';

/** A line of nothing but tabs: what is left between two cells when both hold paragraphs of their own. */
const joint = /^\t+$/;
/** Some texts have a stray tab or two; a table copied this way has dozens. */
const enough = 8;
/** Line breaks that a paragraph's end gives at most; a row's end gives one more and its own paragraphs' again. */
const withinCell = 2;

/**
 * Whether the text was copied from a browser out of tables whose cells hold paragraphs (as Word's do):
 * each tab between two cells then stands on a line of its own between lines without any. Where lines
 * begin with tabs, the tab is part of the line, and a line of nothing else is a blank cell.
 */
export const hasJoints = (lines: readonly string[]): boolean => {
  let joints = 0;
  let indents = 0;
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('\t')) continue;
    if (!joint.test(line)) indents += 1;
    else if (!lines[at - 1]?.includes('\t') && !lines[at + 1]?.includes('\t')) joints += 1;
  }
  return joints >= enough && indents * 10 <= joints;
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

/**
 * Puts such rows together again. Empty lines tell paragraphs (up to two breaks) from rows (three and more),
 * so none is left over for a blank cell: blank cells show between their tabs.
 */
export const joinCells = (lines: readonly string[]): readonly Line[] => {
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
    let start = 1;
    for (const [index, part] of line.split('\t').entries()) {
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
  }
  close();
  return out;
};
