import type { Line, SourceCell } from '../source.ts';

const pipes = /[|｜│┃]/;
/** A single pipe parts two cells where blanks set it off on either side. */
const twoCells = /\S [|｜│┃] \S/;
/** `|---|:--:|`, `+----+----+`, `├───┼───┤`: rules between rows, no row themselves. */
const rule = /^[\s|｜│┃+:=\-─━┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛═╔╦╗╠╬╣╚╩╝]*$/;
const ruleMark = /-{3}|[─━═]{2}|[┼┬┴]/;

/** Whether a line only draws a border. Three dashes at least: `--` alone is how some fill a cell. */
export const isRule = (text: string): boolean =>
  rule.test(text) && ruleMark.test(text) && !/^\s*-+\s*$/.test(text);

interface Piece {
  readonly text: string;
  readonly start: number;
}

const cut = (text: string, separator: RegExp): Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    pieces.push({ text: text.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(start), start });
  return pieces;
};

/**
 * Outer pipes frame the row; what stands outside them is nothing, unless there are words. A row that does
 * not begin with one has none: then what stands behind the last pipe is a cell, blank or not.
 */
const framed = (pieces: Piece[]): Piece[] => {
  const first = pieces[0]?.text.trim() === '' ? 1 : 0;
  const frame = first === 1 && pieces.length > 2 && pieces.at(-1)?.text.trim() === '';
  const last = frame ? pieces.length - 1 : pieces.length;
  return pieces.slice(first, last);
};

const cellAt = (line: number, piece: Piece, column: number): SourceCell => {
  const text = piece.text.trim();
  const start = piece.start + (text === '' ? 0 : piece.text.indexOf(text)) + 1;
  return {
    text,
    place: { kind: 'line', line, start, end: start + text.length },
    column,
    columnSpan: 1,
    rowSpan: 1,
  };
};

/**
 * One line of plain text as a source line. Tabs or pipes between its pieces make it a `cells` line;
 * a single tab before the text is only an indent. Everything else is a `text` line with its raw text,
 * blanks and all: laid-out columns are told by position, and a blank line may be all that is left
 * of a blank cell. `start` and `end` count characters from 1; `end` is the character after the last.
 *
 * @param number the line's number, from 1
 */
export const splitLine = (text: string, number: number): Line => {
  const tabs =
    text.lastIndexOf('\t') > 0 && (text.trim() !== '' || text.indexOf('\t') !== text.lastIndexOf('\t'));
  const piped =
    pipes.test(text) &&
    ((text.match(/[|｜│┃]/g)?.length ?? 0) > 1 || (text.length < 80 && twoCells.test(text)));
  const pieces = piped ? framed(cut(text, /[|｜│┃]/g)) : tabs ? cut(text, /\t/g) : null;
  if (pieces !== null)
    return {
      kind: 'cells',
      cells: pieces.map((piece, column) => cellAt(number, piece, column)),
      table: 0,
      row: 0,
    };
  const place = { kind: 'line', line: number, start: 1, end: text.length + 1 } as const;
  return {
    kind: 'text',
    cells: [{ text, place, column: 0, columnSpan: 1, rowSpan: 1 }],
    table: 0,
    row: 0,
  };
};
