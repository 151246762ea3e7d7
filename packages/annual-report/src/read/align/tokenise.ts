import type { Place } from '../../place.ts';
import type { Line, Source, SourceCell } from '../source.ts';
import type { Figure } from './figure.ts';
import { readFigure } from './figure.ts';
import { foldText } from './fold-text.ts';
import type { LabelMatch } from './label-index.ts';
import { findLabel, findPrintedLabel } from './label-index.ts';
import { loosenGrids } from './loosen-grids.ts';
import { splitDense } from './split-dense.ts';
import type { Token, TokenKind } from './token.ts';

/** Longer text is no label and no figure (the longest label of the forms has 34 characters). */
const longest = 90;
/** No table has so many lines in a row without a word; endless columns of figures are none of ours. */
const mostWordless = 1000;
const noMatch: LabelMatch = { labels: [], mark: '' };
const damaged: Figure = { kind: 'damaged' };
/** `- 3 -`, `—12—`, `第3页`, `第 3 页 共 9 页`: page numbers, which stand inside tables laid out as text. */
const pageNumber = /^(?:[-—–－―·]\s?\d{1,3}\s?[-—–－―·]|第\s?\d{1,3}\s?页(?:[,，/\s]*共\s?\d{1,3}\s?页)?)$/u;
/** Digits right behind words at a line's end: 禁止公 开1000001. */
const gluedDigits = /^[^\s]*(?:\s[^\s]+)*\p{sc=Han}[\d０-９.,，．+\-＋－−–—]+$/u;
/** The mark of an item whose words follow on the next line: no figure ends in a point. */
const itemMark = /^\d{1,2}[.．、]$/u;
const sentence = /[。；！？]/u;

/** Cuts a source into tokens, in reading order. */
export const tokenise = (source: Source): readonly Token[] => {
  const tokens: Token[] = [];
  let wordless = 0;
  loosenGrids(source.lines).forEach((line, index) => {
    const hasWords = line.cells.some((cell) => /\p{sc=Han}/u.test(cell.text));
    wordless = hasWords ? 0 : wordless + 1;
    if (wordless > mostWordless) return;
    for (const cell of line.cells) {
      const at = { line, index, cell };
      const text = cell.text.trim();
      if (line.kind === 'grid') tokens.push(gridToken(at, text));
      else textTokens(tokens, at, text);
    }
  });
  return tokens;
};

/** Where a token stands. */
interface At {
  readonly line: Line;
  readonly index: number;
  readonly cell: SourceCell;
  readonly place?: Place;
}

const make = (
  kind: TokenKind,
  text: string,
  at: At,
  more: { figure?: Figure; key?: string; match?: LabelMatch } = {},
): Token => ({
  kind,
  text,
  line: at.index,
  endLine: at.index,
  table: at.line.table,
  lineKind: at.line.kind,
  place: at.place ?? at.cell.place,
  across: acrossOf(at),
  column: at.cell.column,
  columnSpan: at.cell.columnSpan,
  rowSpan: at.cell.rowSpan,
  figure: more.figure ?? null,
  key: more.key ?? '',
  match: more.match ?? noMatch,
});

/** Ideographs are two columns wide where text is laid out by spaces. */
const displayWidth = (text: string): number => {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0xff ? 2 : 1;
  return width;
};

const acrossOf = ({ line, cell, place = cell.place }: At): readonly [number, number] | null => {
  if (place.kind === 'page') return [place.box[0], place.box[2]];
  if (place.kind !== 'line' || line.kind !== 'text' || cell.place.kind !== 'line') return null;
  // Single spaces only part the words; they lay nothing out.
  if (!cell.text.includes('  ')) return null;
  const from = place.start - cell.place.start;
  const left = displayWidth(cell.text.slice(0, from));
  return [left, left + displayWidth(cell.text.slice(from, from + place.end - place.start))];
};

/** Dates and telephone numbers, which stand by themselves beside the tables. */
const notFigure =
  /^(?:(?:19|20)\d{2}(?:[-./年]\d{1,2}[-./月]\d{1,2}日?|(?:0?[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))|0\d{2,3}[-—–]\d{7,8}|1[3-9]\d{9})$/u;

/** A cell of a true table is one token, whatever it holds. */
const gridToken = (at: At, text: string): Token => {
  if (text === '') return make('blank', '', at);
  if (text.length > longest) return make('prose', text, at);
  const figure = readFigure(text);
  if (figure) return make('figure', text, at, { figure });
  if (text.includes('\ufffd')) return make('figure', text, at, { figure: damaged });
  const key = foldText(text);
  const match = findPrintedLabel(text, key);
  return match.labels.length === 0 && sentence.test(text)
    ? make('prose', text, at)
    : make('words', text, at, { key, match });
};

/** A line, or a piece between tabs, may hold several labels and figures. */
const textTokens = (tokens: Token[], at: At, text: string): void => {
  const one = wholeToken(at, text);
  if (one !== null) {
    tokens.push(one);
    return;
  }
  if (at.line.kind === 'text' && pageNumber.test(text)) return;
  if (text.length > longest || sentence.test(text)) {
    const laidOut = text.length <= 400 && /\s{2}/.test(text);
    const pieces = splitDense(text) ?? (laidOut ? splitSpaces(text) : null);
    if (pieces === null) tokens.push(make('prose', text, at));
    else splitWords(tokens, pieces, at);
    return;
  }
  splitWords(
    tokens,
    (/\s/.test(text) && !gluedDigits.test(text) ? null : splitDense(text)) ?? splitSpaces(text),
    at,
  );
};

/** The text as one figure, one known label, or an empty place. */
const wholeToken = (at: At, text: string): Token | null => {
  if (text === '') {
    // A lone tab is a cell of a row that was flattened; an empty line may be anything.
    const isCell = at.line.kind === 'cells' || at.cell.text.includes('\t');
    return make(isCell ? 'blank' : 'gap', '', at);
  }
  if (text.length > longest) return null;
  if (itemMark.test(text)) return make('words', text, at, { key: foldText(text) });
  if (at.line.kind === 'text' && notFigure.test(text))
    return make('words', text, at, { key: foldText(text) });
  const figure = pageNumber.test(text) ? null : readFigure(text);
  const several = figure?.kind === 'digits' || figure?.kind === 'damaged' ? /\s/.test(text) : false;
  if (figure && !several) return make('figure', text, at, { figure });
  const key = foldText(text);
  const match = findPrintedLabel(text, key);
  return match.labels.length > 0 ? make('words', text, at, { key, match }) : null;
};

interface Piece {
  readonly text: string;
  /** Offset in the trimmed text. */
  readonly start: number;
  /** White space before it: none, one, or a gap of several. */
  readonly gap: number;
}

const splitSpaces = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(/\S+/g)) {
    pieces.push({ text: match[0], start: match.index, gap: match.index - end });
    end = match.index + match[0].length;
  }
  return pieces;
};

/** 自然人：3 is a label and its figure, where the words before the colon are one whole label. */
const partColon = (piece: Piece): readonly Piece[] => {
  const at = piece.text.search(/[：:](?=[^：:]+$)/u);
  if (at < 1) return [piece];
  const [label, rest] = [piece.text.slice(0, at), piece.text.slice(at + 1)];
  if (readFigure(rest)?.kind !== 'number') return [piece];
  if (findPrintedLabel(label, foldText(label)).labels.length === 0) return [piece];
  return [
    { ...piece, text: label },
    { text: rest, start: piece.start + at + 1, gap: 1 },
  ];
};

const unitWord = /^(?:元|万元|万|亿元|亿|件|个|项|条|起|次)$/u;

/** Turns the pieces of a line into tokens: runs of words become labels, everything else figures. */
const splitWords = (tokens: Token[], uncut: readonly Piece[], at: At): void => {
  const pieces = uncut.flatMap(partColon);
  const lead = at.cell.text.length - at.cell.text.trimStart().length;
  const placeOf = (first: Piece, last: Piece): Place =>
    at.line.kind === 'text' && at.cell.place.kind === 'line'
      ? {
          ...at.cell.place,
          start: at.cell.place.start + lead + first.start,
          end: at.cell.place.start + lead + last.start + last.text.length,
        }
      : at.cell.place;
  let pending: Piece[] = [];
  const flush = (): void => {
    for (const group of groupWords(pending)) {
      const text = group.map((piece) => piece.text).join(' ');
      const key = foldText(text);
      const place = placeOf(group[0] as Piece, group.at(-1) as Piece);
      tokens.push(make('words', text, { ...at, place }, { key, match: findPrintedLabel(text, key) }));
    }
    pending = [];
  };
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const next = pieces[i + 1];
    const unit = next !== undefined && next.gap === 1 && unitWord.test(next.text);
    const text = unit ? `${piece.text} ${next.text}` : piece.text;
    const figure = readFigure(text) ?? (text.includes('�') && text.length < 12 ? damaged : null);
    // `3 其他 0 0 …`, `1. 属于…`: a number before the first words is their item mark.
    const marksItem = i === 0 && next !== undefined && !unit && readFigure(next.text) === null;
    if (figure === null || marksItem) {
      pending.push(piece);
      continue;
    }
    flush();
    tokens.push(make('figure', text, { ...at, place: placeOf(piece, unit ? next : piece) }, { figure }));
    if (unit) i += 1;
  }
  flush();
};

/** Joins words that make a known label together; words set apart by a gap that make none stay apart. */
const groupWords = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const groups: Piece[][] = [];
  let from = 0;
  let rest: Piece[] = [];
  const endRest = (): void => {
    if (rest.length > 0) groups.push(rest);
    rest = [];
  };
  while (from < pieces.length) {
    let to = Math.min(pieces.length, from + 12);
    while (to > from) {
      const key = foldText(
        pieces
          .slice(from, to)
          .map((piece) => piece.text)
          .join(''),
      );
      if (findLabel(key).labels.length > 0) break;
      to -= 1;
    }
    if (to > from) {
      endRest();
      groups.push(pieces.slice(from, to));
      from = to;
      continue;
    }
    const piece = pieces[from] as Piece;
    if (piece.gap > 1) endRest();
    rest.push(piece);
    from += 1;
  }
  endRest();
  return groups;
};
