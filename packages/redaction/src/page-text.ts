import type { Box, RecognisedWord } from '@gongkai/annual-report';

/** One character as it stands on the page. */
export interface PlacedCharacter {
  readonly text: string;
  /** Points from the top left corner of the page as displayed. */
  readonly box: Box;
}

/** The text of a page with its positions, from a PDF's text or from recognition (文字识别). */
export interface PageText {
  /** From 1. */
  readonly page: number;
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** In the order in which the file holds them; white space may be missing, gaps are measured. */
  readonly characters: readonly PlacedCharacter[];
}

/**
 * The words that recognition found on a page, as `findPersonalData` takes them: a word's box is shared
 * among its characters, narrow ones (ASCII) counting half.
 */
export const pageOfWords = (
  page: number,
  width: number,
  height: number,
  words: readonly RecognisedWord[],
): PageText => ({ page, width, height, characters: words.flatMap(charactersOf) });

const charactersOf = ({ text, box }: RecognisedWord): readonly PlacedCharacter[] => {
  const [left, top, right, bottom] = box;
  const characters = [...text];
  const widths = characters.map((character) => (character < '\u0100' ? 1 : 2));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  return characters.map((character, index) => {
    const from = left + ((right - left) * at) / whole;
    at += widths[index]!;
    return { text: character, box: [from, top, left + ((right - left) * at) / whole, bottom] };
  });
};
