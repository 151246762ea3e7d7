import type { Box } from '@gongkai/annual-report';
import type { PageText, PlacedCharacter } from '../page-text.ts';
import { readingOrder } from './reading-order.ts';

/** Text to search in, each character knowing where it came from. */
export interface TextStream {
  /** Half-width, a space for each gap within a line, a line feed for each line end that is no mere wrap. */
  readonly text: string;
  /** For each UTF-16 unit of `text` its character's index on the page, -1 for gaps and line ends. */
  readonly origins: readonly number[];
}

/** In heights of the type. A justified line's letters stand less far apart than words in a form do. */
const gapWidth = 0.6;
/** How near to the right edge of the text a line must reach to have been wrapped there. */
const wrapReach = 2.2;

/**
 * The page's text in the order of the file and in the order of reading: a form's digits stand one by one in
 * either, and what is found in one of them counts.
 */
export const streamsOf = (page: PageText): readonly TextStream[] => {
  const inFile = page.characters.map((_, index) => index);
  const asRead = readingOrder(page.characters);
  const differs = asRead.some((origin, index) => origin !== inFile[index]);
  return [inFile, ...(differs ? [asRead] : [])].map((order) => streamOf(page.characters, order));
};

const streamOf = (characters: readonly PlacedCharacter[], order: readonly number[]): TextStream => {
  const rightEdge = characters.reduce((edge, { box }) => Math.max(edge, box[2]), 0);
  let text = '';
  const origins: number[] = [];
  const add = (piece: string, origin: number): void => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit++) origins.push(origin);
  };
  let before: PlacedCharacter | null = null;
  for (const origin of order) {
    const character = characters[origin]!;
    if (before !== null) add(between(before, character, rightEdge), -1);
    add(plain(character.text), origin);
    before = character;
  }
  return { text, origins };
};

const heightOf = ({ box }: PlacedCharacter): number => Math.max(1, box[3] - box[1]);

const between = (before: PlacedCharacter, after: PlacedCharacter, rightEdge: number): string => {
  const size = Math.min(heightOf(before), heightOf(after));
  const overlap = Math.min(before.box[3], after.box[3]) - Math.max(before.box[1], after.box[1]);
  const gap = after.box[0] - before.box[2];
  if (overlap > size / 2 && gap > -size) return gap > size * gapWidth ? ' ' : '';
  // Vertical writing: the next character stands right below.
  const below = after.box[1] - before.box[3];
  const aligned = Math.abs(after.box[0] + after.box[2] - before.box[0] - before.box[2]) < size / 2;
  if (aligned && Math.abs(below) < size * gapWidth && after.box[2] - after.box[0] < size * 1.5) return '';
  const wrapped = rightEdge - before.box[2] < size * wrapReach && below > -size && below < size * 2;
  return wrapped && after.box[0] < before.box[0] ? '' : '\n';
};

/** Half-width, one sign for one sign. Compatibility forms of Han characters (some fonts yield them) become the usual ones. */
const plain = (text: string): string => {
  const folded = text.normalize('NFKC');
  const sign = folded.length === text.length ? folded : text;
  return sign.replace(/[\u2010-\u2015\u2212\uff0d]/, '-');
};

/** The characters of a match, in the order of the page; gaps left out. */
export const originsBetween = (stream: TextStream, start: number, end: number): readonly number[] => [
  ...new Set(stream.origins.slice(start, end).filter((origin) => origin >= 0)),
];

/** One box for each line that the characters stand on, widened so that no edge of a letter looks out. */
export const boxesOf = (page: PageText, origins: readonly number[]): readonly Box[] => {
  const boxes: Box[] = [];
  for (const origin of origins) {
    const character = page.characters[origin]!;
    const last = boxes.at(-1);
    const [left, top, right, bottom] = character.box;
    const size = heightOf(character);
    const sameLine =
      last !== undefined &&
      Math.min(last[3], bottom) - Math.max(last[1], top) > size / 2 &&
      left - last[2] < size * 3 &&
      left > last[0] - size;
    if (!sameLine) boxes.push([left, top, right, bottom]);
    else
      boxes[boxes.length - 1] = [
        Math.min(last[0], left),
        Math.min(last[1], top),
        Math.max(last[2], right),
        Math.max(last[3], bottom),
      ];
  }
  return boxes.map(([left, top, right, bottom]) => {
    const margin = Math.min(2, Math.max(0.5, (bottom - top) * 0.08));
    return [
      Math.max(0, left - margin),
      Math.max(0, top - margin),
      Math.min(page.width, right + margin),
      Math.min(page.height, bottom + margin),
    ];
  });
};
