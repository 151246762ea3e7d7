import type { PlacedCharacter } from '../page-text.ts';

/** The characters by lines from top to bottom, each from left to right, whatever order the file has them in. */
export const readingOrder = (characters: readonly PlacedCharacter[]): readonly number[] => {
  const middle = (index: number): number => (characters[index]!.box[1] + characters[index]!.box[3]) / 2;
  const byHeight = characters.map((_, index) => index).sort((a, b) => middle(a) - middle(b));
  const lines: number[][] = [];
  for (const index of byHeight) {
    const line = lines.at(-1);
    const [, top, , bottom] = characters[index]!.box;
    // A line goes on while the next character's middle lies within half its height of the line's first.
    if (line !== undefined && middle(index) - middle(line[0]!) < Math.max(1, bottom - top) / 2)
      line.push(index);
    else lines.push([index]);
  }
  return lines.flatMap((line) => line.sort((a, b) => characters[a]!.box[0] - characters[b]!.box[0]));
};
