import type { Box } from '../../place.ts';
import { isWide, type TextLine, unite } from './build-lines.ts';
import type { LayoutPage } from './layout-page.ts';

export interface PlacedLine {
  readonly page: LayoutPage;
  readonly line: TextLine;
}

export interface PlacedText {
  readonly text: string;
  readonly page: LayoutPage;
  /** On its first page. */
  readonly box: Box;
}

export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Where a page's text begins and ends. */
export const marginsOf = (lines: readonly TextLine[]): Margins => {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { box } of lines) {
    left = Math.min(left, box[0]);
    right = Math.max(right, box[2]);
  }
  return { left, right };
};

const itemMark =
  /^([(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d))/;

/** Whether the second line goes on with the paragraph of the first: that line is full, and this one not indented. */
export const isSameParagraph = (
  above: PlacedLine,
  below: PlacedLine,
  margins: ReadonlyMap<LayoutPage, Margins>,
): boolean => {
  const a = above.line;
  const b = below.line;
  const from = margins.get(above.page);
  const to = margins.get(below.page);
  if (from === undefined || to === undefined) return false;
  if (Math.abs(a.size - b.size) > 0.15 * a.size) return false;
  if (a.box[2] - a.box[0] < 0.5 * above.page.width || a.box[2] < from.right - 1.6 * a.size) return false;
  if (b.box[0] > to.left + 1.2 * b.size || itemMark.test(b.pieces[0]!.text)) return false;
  return above.page !== below.page || middle(b) - middle(a) < 2.8 * a.size;
};

const middle = (line: TextLine): number => (line.box[1] + line.box[3]) / 2;

/** Puts the lines of a paragraph together: without a space in Chinese, without the hyphen of a broken word. */
export const joinParagraph = (lines: readonly PlacedLine[]): PlacedText => {
  const page = lines[0]!.page;
  const box = unite(lines.filter((line) => line.page === page).map((line) => line.line.box));
  const text = lines.map((line) => line.line.pieces[0]!.text).reduce(joinText);
  return { text, page, box };
};

const joinText = (above: string, below: string): string => {
  if (above.endsWith('\u00AD')) return above.slice(0, -1) + below;
  if (/[a-z]-$/i.test(above) && /^[a-z]/.test(below)) return above.slice(0, -1) + below;
  const space = isWide(above.at(-1) ?? '') || isWide(below[0] ?? '') || /[\d%]$/.test(above) ? '' : ' ';
  return above + space + below;
};
