import { balanced } from './balanced.ts';

/** A line of the signature, flush right but for some room, in characters (em). */
export interface SignatureLine {
  readonly text: string;
  readonly right: number;
}

/** In characters: what stays free right of the date, and the longest line of a long name. */
const roomOfDate = 4;
const longestLine = 20;

/**
 * Where organ and date stand on a document that is sealed (GB/T 9704-2012, 7.3.5.1): the date four characters
 * from the right, the organ centred over it. A name too long for that reaches the margin and the date is
 * centred under it.
 */
export const signatureLines = (organ: string, date: string): readonly SignatureLine[] => {
  const lines = balanced(organ, longestLine);
  const dateWidth = widthOf(date);
  const organWidth = Math.max(...lines.map(widthOf));
  const middle = Math.max(organWidth / 2, roomOfDate + dateWidth / 2);
  return [...lines, date].map((text) => ({ text, right: round(middle - widthOf(text) / 2) }));
};

const round = (value: number): number => Math.round(value * 100) / 100;

/** In characters: Latin letters and digits take about half of one. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! < 0x2e80 ? 0.55 : 1), 0);
