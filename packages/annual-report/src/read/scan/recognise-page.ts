import type { Box } from '../../place.ts';
import { unite } from '../layout/build-lines.ts';
import { findGrids } from '../layout/find-grids.ts';
import type { Glyph, LayoutPage, Rule, Turn } from '../layout/layout-page.ts';
import type { PageImage, RecognisedWord, RecogniseWords } from '../options.ts';
import { cellsOf, isIn, pixelsOf, speckOf } from './cell-boxes.ts';
import { deskew } from './deskew.ts';
import { evenPaper } from './even-paper.ts';
import { findInk, type Ink, inkBox, type PixelBox } from './ink.ts';
import { isUpright, orientationOf, turnImage } from './orient.ts';
import { isLabel, recogniseFigures } from './recognise-figures.ts';
import { seenRules, withoutRules } from './scanned-rules.ts';

/** Digits outside tables that are less sure than this are not kept: the checks would build on them. */
const leastConfidence = 60;

/**
 * Reads the picture of a page, however it was fed: ruling lines by their ink, words by recognition, and the
 * cells without words once more for themselves. Boxes are those of the page straightened, within a few points
 * of the page as scanned; `turn` says how it was turned.
 */
export const recognisePage = (scanned: PageImage, recognise: RecogniseWords): LayoutPage => {
  const even = evenPaper(scanned);
  const standing = recogniseWords(even, recognise);
  if (isUpright(standing.found)) return readWords(standing, 0, recognise);
  const turn = orientationOf(even, recognise);
  if (turn === 0) return readWords(standing, 0, recognise);
  return readWords(recogniseWords(turnImage(even, turn), recognise), turn, recognise);
};

/** A page straightened, its lines found and painted over, and the words recognised on it. */
interface PageWords {
  readonly image: PageImage;
  readonly ink: Ink;
  readonly rules: readonly Rule[];
  readonly found: readonly RecognisedWord[];
}

const recogniseWords = (even: PageImage, recognise: RecogniseWords): PageWords => {
  const upright = deskew(even);
  const ruled = findInk(upright);
  const rules = seenRules(upright, ruled);
  const { image, ink } = withoutRules(upright, ruled, rules);
  const found = recognise({ ...image, content: 'page' }).filter((word) => word.text.trim() !== '');
  return { image, ink, rules, found };
};

const readWords = (
  { image, ink, rules, found }: PageWords,
  turn: Turn,
  recognise: RecogniseWords,
): LayoutPage => {
  const cells = findGrids(rules, []).flatMap(cellsOf);
  const inCell = cells.map((cell) => found.filter((word) => isIn(centre(word.box), cell)));
  const scale = 72 / image.resolution;
  const figures: { cell: Box; box: PixelBox }[] = [];
  cells.forEach((cell, index) => {
    const confidence = Math.max(0, ...inCell[index]!.map((word) => word.confidence));
    if (isLabel(inCell[index]!.map((word) => word.text).join(''), confidence)) return;
    const box = inkBox(ink, pixelsOf(cell, ink, scale), speckOf(image.resolution));
    if (box !== null) figures.push({ cell, box });
  });
  const texts = recogniseFigures(
    image,
    ink,
    figures.map(({ box }) => box),
    recognise,
  );
  // Their cells are read for themselves; what the whole page made of them is worth less.
  const again = new Set(figures.flatMap(({ cell }) => found.filter((word) => isIn(centre(word.box), cell))));
  const size = typeSize(found);
  const height = image.height * scale;
  const lines = Map.groupBy(
    found.filter((word) => !again.has(word)),
    (word) => word.line,
  );
  const glyphs = [
    ...[...lines.values()].flatMap((line) => {
      const box = unite(line.map((word) => word.box));
      const outside = !cells.some((cell) => isIn(centre(box), cell));
      return lineGlyphs(outside && isRow(line, size, height) ? line.map(withoutFigures) : line, size);
    }),
    ...figures.flatMap(({ box }, index) => figureGlyphs(texts[index]!, box, scale, size, -1 - index)),
  ];
  return {
    number: image.page,
    width: image.width * scale,
    height,
    glyphs,
    rules,
    fills: [],
    turn,
  };
};

const centre = (box: Box): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];

const figuresOnly = /^[\d.,，．%％+\-－—]+$/;
/** Share of the page at its top and foot where a line of figures is the page's number. */
const furniture = 0.09;

/**
 * Whether a line outside every table that was seen is a row of one that was not: figures with room around them.
 * The whole page's recognition loses single digits in such rows, so nothing may be made of their order.
 */
const isRow = (line: readonly RecognisedWord[], size: number, height: number): boolean => {
  const words = [...line].sort((a, b) => a.box[0] - b.box[0]);
  const middle = centre(unite(words.map((word) => word.box)))[1];
  if (words.every((word) => figuresOnly.test(word.text)))
    return middle > furniture * height && middle < (1 - furniture) * height;
  return words.some((word, index) => {
    if (!figuresOnly.test(word.text) || !/\d/.test(word.text)) return false;
    const before = words[index - 1];
    return before !== undefined && word.box[0] - before.box[2] > 1.5 * size;
  });
};

const withoutFigures = (word: RecognisedWord): RecognisedWord => ({
  ...word,
  text: word.text.replace(/\d/g, '\uFFFD'),
});

/** The usual height of the type on the page; single boxes tell little (一 is flat). */
const typeSize = (found: readonly RecognisedWord[]): number => {
  const heights = found.map((word) => word.box[3] - word.box[1]).sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.6)] ?? 10;
};

/**
 * One glyph a character, each with its share of the word's width. Recognition's boxes overlap and say little
 * of the line for flat signs (一，、), so words keep the order of their line, and flat ones its height.
 */
const lineGlyphs = (line: readonly RecognisedWord[], usual: number): readonly Glyph[] => {
  const tall = line.filter((word) => word.box[3] - word.box[1] >= 0.7 * usual);
  let edge = Number.NEGATIVE_INFINITY;
  return line.flatMap((word) => {
    const sure = word.confidence >= leastConfidence;
    const text = sure ? word.text : word.text.replace(/\d/g, '\uFFFD');
    const height = word.box[3] - word.box[1];
    const beside = height >= 0.7 * usual ? word : (nearest(tall, word) ?? word);
    const left = Math.max(edge, word.box[0]);
    const right = Math.max(word.box[2], left + 1);
    edge = right;
    const size = Math.min(1.3 * usual, Math.max(height, usual));
    return spread(text, [left, beside.box[1], right, beside.box[3]], size, word.line);
  });
};

const nearest = (words: readonly RecognisedWord[], to: RecognisedWord): RecognisedWord | undefined =>
  words.reduce<RecognisedWord | undefined>(
    (best, word) =>
      best === undefined || Math.abs(word.box[0] - to.box[0]) < Math.abs(best.box[0] - to.box[0])
        ? word
        : best,
    undefined,
  );

const figureGlyphs = (
  text: string,
  box: PixelBox,
  scale: number,
  size: number,
  run: number,
): readonly Glyph[] =>
  spread(text, [box.left * scale, box.top * scale, box.right * scale, box.bottom * scale], size, run);

const spread = (text: string, box: Box, size: number, run: number): readonly Glyph[] => {
  const characters = [...text];
  const width = (box[2] - box[0]) / Math.max(1, characters.length);
  const middle = (box[1] + box[3]) / 2;
  return characters.map((character, index) => ({
    text: character,
    left: box[0] + index * width,
    right: box[0] + (index + 1) * width,
    top: box[1],
    bottom: box[3],
    // The middle of the type lies three tenths of its size above the base line.
    baseline: middle + 0.3 * size,
    size,
    turn: 0,
    run,
  }));
};
