import { buildLines, type TextLine } from './build-lines.ts';
import { boxOf, type Grid } from './find-grids.ts';
import { type Glyph, turnPage } from './layout-page.ts';

/** The text of each cell, in the order of `grid.cells`, and the characters that stand outside the grid. */
export interface FilledGrid {
  readonly grid: Grid;
  readonly texts: readonly string[];
  /** For each cell, whether its last line is filled to the edge: a label that may go on elsewhere. */
  readonly full: readonly boolean[];
  /** Cells with several figures side by side: the lines between their columns are not drawn. */
  readonly crowded: number;
}

/**
 * Puts characters into the cells they stand in. A figure is put whole where most of it stands, for an
 * amount of eight digits often runs over the edge of its column. Where the cell beside it has nothing else,
 * it may be two figures that touch: then U+FFFD is added to both cells, so that neither is taken for a
 * figure or a blank.
 */
export const fillGrid = (
  grid: Grid,
  glyphs: readonly Glyph[],
): { readonly filled: FilledGrid; readonly rest: readonly Glyph[] } => {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const owner = new Int32Array(columns * rows).fill(-1);
  grid.cells.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      owner.fill(index, row * columns + cell.column, row * columns + cell.column + cell.columnSpan);
  });
  const [left, top, right, bottom] = boxOf(grid);
  const cellAt = (x: number, y: number): number => {
    if (x < left || x > right || y < top || y > bottom) return -1;
    return owner[fieldOf(grid.ys, y) * columns + fieldOf(grid.xs, x)] ?? -1;
  };
  const inside: Glyph[][] = grid.cells.map(() => []);
  const rest: Glyph[] = [];
  const astride: { readonly word: readonly Glyph[]; readonly claims: readonly number[] }[] = [];
  const put = (word: readonly Glyph[]): void => {
    const claims = claimsOf(word, cellAt);
    if (claims.length === 0) {
      rest.push(...word);
      return;
    }
    const parts = claims.length === 1 ? [] : drawnApart(word);
    if (parts.length > 1 && parts.every((part) => claimsOf(part, cellAt).length === 1)) {
      for (const part of parts) put(part);
      return;
    }
    inside[claims[0]!]!.push(...word);
    if (claims.length > 1 && word.some((glyph) => digit.test(glyph.text))) astride.push({ word, claims });
  };
  for (const word of figuresTogether(glyphs)) put(word);
  const owned = inside.map((cell) => cell.length > 0);
  for (const { word, claims } of astride) {
    // The neighbour has a figure of its own: this one only runs over. Else it may be two that touch.
    if (claims.slice(1).every((claim) => owned[claim]) && isMostlyIn(word, claims[0]!, cellAt)) continue;
    const last = word.at(-1)!;
    for (const claim of claims) inside[claim]!.push({ ...last, text: '\uFFFD', left: last.right });
  }
  const written = inside.map(cellLines);
  const texts = written.map((lines) => lines.map((line) => line.pieces[0]!.text).join('\n'));
  const full = grid.cells.map((cell, index) => {
    const line = written[index]!.at(-1);
    return line !== undefined && line.box[2] > grid.xs[cell.column + cell.columnSpan]! - 1.5 * line.size - 6;
  });
  return { filled: { grid, texts, full, crowded: inside.filter(isCrowded).length }, rest };
};

type CellAt = (x: number, y: number) => number;

const widthOf = (glyph: Glyph): number => Math.max(0.01, glyph.right - glyph.left);

const cellOf = (glyph: Glyph, cellAt: CellAt): number =>
  cellAt((glyph.left + glyph.right) / 2, middle(glyph));

/** The cells in which characters of a word stand, the one with most of it first. */
const claimsOf = (word: readonly Glyph[], cellAt: CellAt): readonly number[] => {
  if (word.length === 1) {
    const cell = cellOf(word[0]!, cellAt);
    return cell === -1 ? [] : [cell];
  }
  const shares = new Map<number, number>();
  for (const glyph of word) {
    const cell = cellOf(glyph, cellAt);
    if (cell !== -1) shares.set(cell, (shares.get(cell) ?? 0) + widthOf(glyph));
  }
  return [...shares].sort((a, b) => b[1] - a[1]).map(([cell]) => cell);
};

const isMostlyIn = (word: readonly Glyph[], cell: number, cellAt: CellAt): boolean => {
  const width = (glyphs: readonly Glyph[]): number => glyphs.reduce((sum, glyph) => sum + widthOf(glyph), 0);
  return width(word.filter((glyph) => cellOf(glyph, cellAt) === cell)) >= 0.6 * width(word);
};

/**
 * Figures of neighbouring cells that touch, told apart by having been drawn one after the other. Where every
 * digit was drawn for itself that tells nothing.
 */
const drawnApart = (word: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  const parts: Glyph[][] = [];
  for (const glyph of word) {
    if (parts.at(-1)?.at(-1)?.run === glyph.run) parts.at(-1)!.push(glyph);
    else parts.push([glyph]);
  }
  return parts.length < word.length ? parts : [];
};

/** The middle of the type, not of its box: boxes reach far above the type in some fonts. */
const middle = (glyph: Glyph): number =>
  glyph.turn === 0 ? glyph.baseline - 0.3 * glyph.size : (glyph.top + glyph.bottom) / 2;

const fieldOf = (edges: readonly number[], value: number): number => {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if (edges[half]! <= value) low = half;
    else high = half - 1;
  }
  return low;
};

const digit = /^[\d.,]$/;
/** Punctuation that hangs over the edge rather than begin a line. */
const hanging = /^[、，。；：）”」』》.,;:)]$/;

/** Digits drawn one after the other without a gap, together, and hanging punctuation with what it follows. */
const figuresTogether = (glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] => {
  const words: Glyph[][] = [];
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    const goesOn =
      before !== null &&
      ((digit.test(before.text) && digit.test(glyph.text)) || hanging.test(glyph.text)) &&
      before.turn === 0 &&
      glyph.turn === 0 &&
      Math.abs(glyph.baseline - before.baseline) < 0.1 * glyph.size &&
      Math.abs(glyph.left - before.right) < 0.3 * glyph.size;
    if (goesOn) words.at(-1)!.push(glyph);
    else words.push([glyph]);
    before = glyph;
  }
  return words;
};

const figures = /^[\d.,，．%％+\-－—\s]+$/;
const fewestFigures = 3;

const isCrowded = (glyphs: readonly Glyph[]): boolean =>
  glyphs.length >= fewestFigures &&
  glyphs.every((glyph) => figures.test(glyph.text)) &&
  buildLines(glyphs, true).some((line) => line.pieces.length >= fewestFigures);

const cellLines = (glyphs: readonly Glyph[]): readonly TextLine[] => {
  if (glyphs.length === 0) return [];
  const turned = glyphs.filter((glyph) => glyph.turn !== 0);
  return buildLines(turned.length * 2 > glyphs.length ? upright(glyphs, turned[0]!) : glyphs, false);
};

/** A cell whose text is set sideways (Word's 文字方向), turned to be read. */
const upright = (glyphs: readonly Glyph[], { turn }: Glyph): readonly Glyph[] => {
  const page = { number: 0, width: 0, height: 0, glyphs, rules: [], fills: [], turn: 0 as const };
  return turnPage(page, turn).glyphs;
};
