import type { Box } from '../../place.ts';
import type { Glyph } from './layout-page.ts';

/** A run of characters without a gap wide enough to tell two things apart. */
export interface Piece {
  readonly text: string;
  readonly box: Box;
}

/** A line of type: its pieces from left to right. */
export interface TextLine {
  readonly pieces: readonly Piece[];
  readonly box: Box;
  readonly size: number;
}

/** Share of the type size by which baselines on one line may differ (mixed fonts, raised signs). */
const sameBaseline = 0.35;
/** Characters drawn twice this near to each other are one: that is how bold is imitated. */
const drawnTwice = 0.2;
const figure = /[\d.,，．%％+\-－—―\\＼/／]/;
const wide = /[\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u3000-\u303F“”‘’…—]/;

/** Whether no space stands between this character and its neighbour: Chinese, and its punctuation. */
export const isWide = (text: string): boolean => wide.test(text);

/**
 * Orders upright characters into lines, top to bottom, and each line into pieces, left to right.
 * With `split` false every line is one piece: inside a ruled cell a gap means nothing.
 */
export const buildLines = (glyphs: readonly Glyph[], split: boolean): readonly TextLine[] =>
  byBaseline(glyphs)
    .map((line) => toLine(line, split))
    .filter((line) => line !== null);

const byBaseline = (glyphs: readonly Glyph[]): readonly Glyph[][] => {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline);
  const lines: Glyph[][] = [];
  let baseline = 0;
  let size = 0;
  for (const glyph of sorted) {
    const current = lines.at(-1);
    if (current && glyph.baseline - baseline <= sameBaseline * Math.min(size, glyph.size)) {
      current.push(glyph);
      baseline += (glyph.baseline - baseline) / current.length;
      continue;
    }
    lines.push([glyph]);
    baseline = glyph.baseline;
    size = glyph.size;
  }
  return lines;
};

const toLine = (glyphs: Glyph[], split: boolean): TextLine | null => {
  glyphs.sort((a, b) => a.left - b.left || a.right - b.right);
  const pieces: Piece[] = [];
  let text = '';
  let box: [number, number, number, number] = [0, 0, 0, 0];
  let space = '';
  let before: Glyph | null = null;
  let largest = 0;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      if (before) space += glyph.text;
      continue;
    }
    if (before && before.text === glyph.text && isDrawnTwice(before, glyph)) continue;
    if (before && split && isGap(before, glyph)) {
      pieces.push({ text, box });
      text = '';
    }
    if (text === '') box = [glyph.left, glyph.top, glyph.right, glyph.bottom];
    else if (before) text += space === '' ? missingSpace(before, glyph) : space;
    text += glyph.text;
    box[1] = Math.min(box[1], glyph.top);
    box[2] = Math.max(box[2], glyph.right);
    box[3] = Math.max(box[3], glyph.bottom);
    largest = Math.max(largest, glyph.size);
    before = glyph;
    space = '';
  }
  if (before === null) return null;
  pieces.push({ text, box });
  return { pieces: rejoinSpaced(pieces), box: unite(pieces.map((piece) => piece.box)), size: largest };
};

const isDrawnTwice = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.left - b.left) < drawnTwice * a.size && Math.abs(a.baseline - b.baseline) < drawnTwice * a.size;

/** Figures stand nearer to each other than words of Chinese do, and never hold a space. */
const isGap = (a: Glyph, b: Glyph): boolean => {
  const gap = (b.left - a.right) / Math.max(a.size, b.size);
  if (gap <= 0.25) return false;
  const figures = Number(figure.test(a.text)) + Number(figure.test(b.text));
  return gap > (figures === 2 ? (a.run === b.run ? 0.5 : 0.25) : figures === 1 ? 1 : 1.5);
};

/** PDF often leaves the space out and moves on instead. Between Chinese characters that is only justification. */
const missingSpace = (a: Glyph, b: Glyph): string =>
  b.left - a.right > 0.3 * Math.min(a.size, b.size) && !isWide(a.text) && !isWide(b.text) ? ' ' : '';

/** 目　　录 is one word set wide, not two cells. */
const rejoinSpaced = (pieces: readonly Piece[]): readonly Piece[] => {
  if (pieces.length < 2 || pieces.some((piece) => piece.text.length > 1 || !isWide(piece.text)))
    return pieces;
  return [
    { text: pieces.map((piece) => piece.text).join(' '), box: unite(pieces.map((piece) => piece.box)) },
  ];
};

export const unite = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((box) => box[0])),
  Math.min(...boxes.map((box) => box[1])),
  Math.max(...boxes.map((box) => box[2])),
  Math.max(...boxes.map((box) => box[3])),
];
