import type { PageImage, RecognisedWord, RecogniseWords } from '../options.ts';
import { isShapedLike } from './digit-shape.ts';
import { figureSheet } from './figure-sheet.ts';
import { findBlobs, type Ink, type PixelBox } from './ink.ts';

/** Less sure than this is not sure. */
const leastConfidence = 40;
/**
 * Whether recognised text is a label: two Chinese characters it is sure of, or three. A figure is now and
 * then misread as one or two characters.
 */
export const isLabel = (text: string, confidence: number): boolean => {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return characters >= 3 || (characters === 2 && confidence >= 60);
};

const figure = /^[+-]?\d[\d,]*(\.\d+)?%?$/;
/** Space around the ink of a cell. */
const margin = 6;

/** Sizes at which the sheets are set: whatever two readings at one size don't agree on is tried at the next. */
const rounds: readonly (readonly [figures: number, block: number])[] = [
  [1, 1.5],
  [1.6, 1.2],
  [2, 0.8],
];

/**
 * Recognises what stands in cells in which the whole page showed no words. A figure counts only where two
 * readings of different kind and size agree, and where the cell has as many patches of ink as it has digits, of
 * their shapes; else it comes out with U+FFFD behind it. Labels are taken as they are read.
 */
export const recogniseFigures = (
  image: PageImage,
  ink: Ink,
  boxes: readonly PixelBox[],
  recognise: RecogniseWords,
): readonly string[] => {
  const texts = boxes.map(() => '\uFFFD');
  const digits = boxes.map((box) => digitBlobs(ink, box));
  let open = boxes.map((_, index) => index);
  for (const [small, large] of rounds) {
    if (open.length === 0) break;
    const piecesOf = (indexes: readonly number[]): readonly PixelBox[] =>
      indexes.map((index) => widen(boxes[index]!, image));
    const blocks = read(image, piecesOf(open), large, 'block', recognise);
    // Words among them would spoil the reading of figures.
    const labels = new Set(open.filter((_, at) => isLabel(blocks[at]!.text, blocks[at]!.confidence)));
    const rest = open.filter((index) => !labels.has(index));
    const figures = read(image, piecesOf(rest), small, 'figures', recognise);
    open.forEach((index, at) => {
      const block = blocks[at]!;
      if (labels.has(index)) texts[index] = block.text;
      const one = figures[rest.indexOf(index)];
      if (one === undefined) return;
      const sure = Math.min(one.confidence, block.confidence) >= leastConfidence;
      const agreed = sure && one.text === block.text && figure.test(one.text);
      texts[index] =
        agreed && isDrawn(one.text, ink, digits[index]!) ? one.text : `${one.text || block.text}\uFFFD`;
    });
    open = rest.filter((index) => texts[index]!.endsWith('\uFFFD'));
  }
  return texts;
};

const widen = (box: PixelBox, image: PageImage): PixelBox => ({
  left: Math.max(0, box.left - margin),
  top: Math.max(0, box.top - margin),
  right: Math.min(image.width, box.right + margin),
  bottom: Math.min(image.height, box.bottom + margin),
});

interface Read {
  readonly text: string;
  readonly confidence: number;
}

const read = (
  image: PageImage,
  pieces: readonly PixelBox[],
  scale: number,
  content: 'block' | 'figures',
  recognise: RecogniseWords,
): readonly Read[] => {
  if (pieces.length === 0) return [];
  const sheet = figureSheet(image, pieces, scale, content);
  const toPixels = image.resolution / 72;
  const words = recognise(sheet.image);
  return sheet.slots.map((slot) => {
    const inside = words.filter((word) => isInside(word, slot, toPixels)).sort((a, b) => a.box[0] - b.box[0]);
    return {
      text: inside.map((word) => word.text.normalize('NFKC').replace(/\s/g, '')).join(''),
      confidence: Math.min(100, ...inside.map((word) => word.confidence)),
    };
  });
};

/** A word that reaches into the neighbouring slot belongs to neither. */
const isInside = ({ box }: RecognisedWord, slot: PixelBox, toPixels: number): boolean => {
  const slack = 20;
  return (
    box[0] * toPixels >= slot.left - slack &&
    box[2] * toPixels <= slot.right + slack &&
    box[1] * toPixels >= slot.top - slack &&
    box[3] * toPixels <= slot.bottom + slack
  );
};

/** Whether a figure has as many digits as there are patches of ink, each of its digit's shape. */
const isDrawn = (text: string, ink: Ink, blobs: readonly PixelBox[] | null): boolean => {
  const digits = text.replace(/\D/g, '');
  return (
    blobs !== null &&
    blobs.length === digits.length &&
    blobs.every((blob, index) => isShapedLike(digits[index]!, ink, blob))
  );
};

/**
 * Patches of ink as tall as a digit, from left to right: points, commas, signs and specks are not. Null where
 * some stand so far apart that they are two figures, the line between whose cells was not seen.
 */
const digitBlobs = (ink: Ink, box: PixelBox): readonly PixelBox[] | null => {
  const high = box.bottom - box.top;
  const digits = findBlobs(ink, box)
    .filter((blob) => blob.bottom - blob.top >= 0.6 * high)
    .sort((a, b) => a.left - b.left);
  const apart = digits.some((blob, index) => index > 0 && blob.left - digits[index - 1]!.right > 0.7 * high);
  return apart ? null : digits;
};
