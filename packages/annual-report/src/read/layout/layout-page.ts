import type { Box } from '../../place.ts';

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3;

/** One character as drawn. Points, y downwards. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Height of the line it stands on: lines are told by it, since boxes of one line differ from font to font. */
  readonly baseline: number;
  /** Height of the type. */
  readonly size: number;
  /** The way it reads: 0 to the right, 1 downwards, 2 to the left (upside down), 3 upwards. */
  readonly turn: Turn;
  /** Characters drawn in one go have the same number; cells are never drawn in one go with gapless neighbours. */
  readonly run: number;
}

/** A ruling line (表格线): horizontal at height `at` from left `from` to right `to`, or vertical likewise. */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A page as drawn, whatever file it comes from. */
export interface LayoutPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Filled areas too thick to be lines. Cells of a table are sometimes drawn so, the lines being the gaps. */
  readonly fills: readonly Box[];
  /** How the page was turned to make its text upright; boxes are turned back by `toDisplayed`. */
  readonly turn: Turn;
}

/** No honest page has a tenth of this. */
export const mostGlyphs = 100_000;

type Point = readonly [x: number, y: number];

/** Where a point of the displayed page lies once text of direction `turn` is made to read to the right. */
const turnPoint = (turn: Turn, width: number, height: number, x: number, y: number): Point => {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [height - y, x];
  return [x, y];
};

const turnBox = (turn: Turn, width: number, height: number, box: Box): Box => {
  const [ax, ay] = turnPoint(turn, width, height, box[0], box[1]);
  const [bx, by] = turnPoint(turn, width, height, box[2], box[3]);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
};

/** The direction in which most of a page's text reads. */
export const mainTurn = (glyphs: readonly Glyph[]): Turn => {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) counts[glyph.turn] = (counts[glyph.turn] ?? 0) + 1;
  const most = Math.max(...counts);
  return counts[0] === most ? 0 : (counts.indexOf(most) as Turn);
};

/** Turns a displayed page so that text of direction `turn` reads to the right: a landscape table printed on a portrait page. */
export const turnPage = (page: LayoutPage, turn: Turn): LayoutPage => {
  if (turn === 0) return page;
  const { width, height } = page;
  const swap = turn % 2 === 1;
  return {
    ...page,
    turn,
    width: swap ? height : width,
    height: swap ? width : height,
    glyphs: page.glyphs.map((glyph) => turnGlyph(glyph, turn, width, height)),
    rules: page.rules.map((rule) => turnRule(rule, turn, width, height)),
    fills: page.fills.map((fill) => turnBox(turn, width, height, fill)),
  };
};

const turnGlyph = (glyph: Glyph, turn: Turn, width: number, height: number): Glyph => {
  const [left, top, right, bottom] = turnBox(turn, width, height, [
    glyph.left,
    glyph.top,
    glyph.right,
    glyph.bottom,
  ]);
  // `baseline` is the coordinate across the reading direction, which differs with the glyph's own turn.
  const along = glyph.turn % 2 === 0;
  const [x, y] = turnPoint(
    turn,
    width,
    height,
    along ? glyph.left : glyph.baseline,
    along ? glyph.baseline : glyph.top,
  );
  const next = ((glyph.turn - turn + 4) % 4) as Turn;
  return { ...glyph, left, top, right, bottom, baseline: next % 2 === 0 ? y : x, turn: next };
};

const turnRule = (rule: Rule, turn: Turn, width: number, height: number): Rule => {
  const box: Box = rule.horizontal
    ? [rule.from, rule.at, rule.to, rule.at]
    : [rule.at, rule.from, rule.at, rule.to];
  const [left, top, right, bottom] = turnBox(turn, width, height, box);
  const horizontal = turn % 2 === 0 ? rule.horizontal : !rule.horizontal;
  return horizontal
    ? { horizontal, at: top, from: left, to: right }
    : { horizontal, at: left, from: top, to: bottom };
};

/** A box of the turned page as it stands on the page displayed; rounded to a hundredth of a point. */
export const toDisplayed = (page: LayoutPage, box: Box): Box => {
  const back = ((4 - page.turn) % 4) as Turn;
  const [left, top, right, bottom] = turnBox(back, page.width, page.height, box);
  return [round(left), round(top), round(right), round(bottom)];
};

const round = (value: number): number => Math.round(value * 100) / 100;
