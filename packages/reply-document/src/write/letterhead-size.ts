import { widthOf } from './signature-lines.ts';

/** In points: 156 mm between the margins, the size that a short name has, and the least. */
const textWidth = 440;
const largest = 36;
const least = 16;

/** The size of the letterhead, in points: as large as its longest line allows (GB/T 9704-2012, 10.1). */
export const letterheadSize = (lines: readonly string[]): number =>
  Math.max(least, Math.min(largest, Math.floor(textWidth / Math.max(...lines.map(widthOf), 1))));
