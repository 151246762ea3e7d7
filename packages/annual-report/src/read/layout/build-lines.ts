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
/** Figures that make a line of type a row of a table. */
const fewestFigures = 3;
const figure = /[\d.,，．%％+\-－—―\\＼/／]/;
const wide = /[\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u3000-\u303F“”‘’…—]/;

/** Whether no space stands between this character and its neighbour: Chinese, and its punctuation. */
export const isWide = (text: string): boolean => wide.test(text);

/**
 * Orders upright characters into lines, top to bottom, and each line into pieces, left to right.
 * With `split` false every line is one piece: inside a ruled cell a gap means nothing.
 */
export const buildLines = (glyphs: readonly Glyph[], split: boolean): readonly TextLine[] => {
  const lines = byBaseline(glyphs)
    .map((line) => toLine(line, split))
    .filter((line) => line !== null);
  return split
    ? lines.map((line, at) => besideTable(line, [lines[at - 1], lines[at + 1]])).map(plainLine)
    : lines.map(plainLine);
};

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

/** A character with the space that stands before it. */
interface Spaced {
  readonly glyph: Glyph;
  readonly space: string;
}

/** A line of type with the narrower pieces in which it falls if it stands in a table. */
interface RawLine extends TextLine {
  readonly narrow: readonly Piece[] | null;
}

const plainLine = ({ pieces, box, size }: TextLine): TextLine => ({ pieces, box, size });

const toLine = (glyphs: Glyph[], split: boolean): RawLine | null => {
  glyphs.sort((a, b) => a.left - b.left || a.right - b.right);
  const runs: Spaced[][] = [];
  let space = '';
  let before: Glyph | null = null;
  let size = 0;
  for (const glyph of glyphs) {
    if (isSpace(glyph.text)) {
      if (before) space += glyph.text;
      continue;
    }
    if (before && before.text === glyph.text && isDrawnTwice(before, glyph)) continue;
    if (before === null || (split && isGap(before, glyph))) runs.push([{ glyph, space: '' }]);
    else runs.at(-1)!.push({ glyph, space: space || missingSpace(before, glyph) });
    before = glyph;
    space = '';
    size = Math.max(size, glyph.size);
  }
  if (runs.length === 0) return null;
  const parts = split ? partHeads(runs) : runs;
  const short = parts.length > 2 && parts.every((part) => part.length <= longestHead);
  const parted = runs.length > 1 || short;
  const pieces = (split ? partLabels(parted ? parts : runs) : runs).map(toPiece);
  const narrow = !parted && parts.length > 1 ? parts.map(toPiece) : null;
  return { pieces, box: unite(pieces.map((piece) => piece.box)), size, narrow };
};

const toPiece = (run: readonly Spaced[]): Piece => {
  const first = run[0]!.glyph;
  let { text, top, right, bottom } = first;
  for (let index = 1; index < run.length; index++) {
    const { glyph, space } = run[index]!;
    text += space + glyph.text;
    if (glyph.top < top) top = glyph.top;
    if (glyph.right > right) right = glyph.right;
    if (glyph.bottom > bottom) bottom = glyph.bottom;
  }
  return { text, box: [first.left, top, right, bottom] };
};

/** Share of the type size that parts the heads of narrow columns; words of one cell are set closer or drawn in one go. */
const narrowGap = 0.45;
/** No head of the forms has more characters on one line. */
const longestHead = 12;
/** Lines of more single characters than this, one below the other, are heads set upright. */
const longestWide = 3;

/**
 * In a table without lines the words of narrow columns nearly touch (商业企 科研机 社会公): drawn apart, with a
 * little room between. They are parted in a line of type that has wider gaps already, whose parts are all as short
 * as heads, or that stands beside such lines.
 */
const partHeads = (runs: readonly Spaced[][]): readonly Spaced[][] =>
  runs.flatMap((run) => {
    const parted: Spaced[][] = [];
    run.forEach((spaced, index) => {
      const before = run[index - 1]?.glyph;
      const { glyph, space } = spaced;
      const drawnApart =
        before !== undefined &&
        before.run !== glyph.run &&
        space === '' &&
        isWide(before.text) &&
        isWide(glyph.text) &&
        glyph.left - before.right > narrowGap * Math.max(before.size, glyph.size);
      if (parted.length === 0 || drawnApart) parted.push([spaced]);
      else parted.at(-1)!.push(spaced);
    });
    return parted;
  });

/**
 * In a table without lines a label may fill its column, so that the figure of the next touches it
 * (…逾期不补正、行政0). In a row that has figures to itself, words and a number that were drawn apart are parted;
 * in prose they are not, for there a number is often drawn in a font of its own.
 */
const partLabels = (runs: readonly Spaced[][]): readonly Spaced[][] => {
  if (runs.length <= fewestFigures) return runs;
  const figures = runs.filter((run) => run.every(({ glyph }) => figure.test(glyph.text)));
  if (figures.length < fewestFigures) return runs;
  return runs.flatMap((run) => {
    const parted: Spaced[][] = [];
    run.forEach((spaced, index) => {
      const before = run[index - 1]?.glyph;
      const drawnApart =
        before !== undefined &&
        before.run !== spaced.glyph.run &&
        !figure.test(before.text) &&
        /\d/.test(spaced.glyph.text);
      if (parted.length === 0 || drawnApart) parted.push([spaced]);
      else parted.at(-1)!.push(spaced);
    });
    return parted;
  });
};

const isSpace = (text: string): boolean => text === ' ' || text.trim() === '';

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

/** Beside lines of cells single characters set wide are heads (持 正 果 结); elsewhere one word (目　　录). */
const besideTable = (line: RawLine, neighbours: readonly (RawLine | undefined)[]): TextLine => {
  const spaced = line.pieces.length > 1 && isSpaced(line);
  if (!spaced && line.narrow === null) return line;
  const inTable = neighbours.some(
    (other) =>
      other !== undefined &&
      other.pieces.length > 1 &&
      (!isSpaced(other) || other.pieces.length > longestWide) &&
      Math.abs(other.box[1] - line.box[1]) < 3 * line.size,
  );
  if (line.narrow !== null) return inTable ? { ...line, pieces: line.narrow } : line;
  if (inTable) return line;
  return { ...line, pieces: [{ text: line.pieces.map((piece) => piece.text).join(' '), box: line.box }] };
};

const isSpaced = ({ pieces }: TextLine): boolean =>
  pieces.every((piece) => piece.text.length === 1 && isWide(piece.text));

/** The box around boxes. */
export const unite = (boxes: readonly Box[]): Box =>
  boxes.reduce(([left, top, right, bottom], box) => [
    Math.min(left, box[0]),
    Math.min(top, box[1]),
    Math.max(right, box[2]),
    Math.max(bottom, box[3]),
  ]);
