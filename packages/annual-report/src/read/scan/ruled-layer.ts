import { findGrids } from '../layout/find-grids.ts';
import type { Glyph, LayoutPage } from '../layout/layout-page.ts';
import type { PageImage } from '../options.ts';
import { cellsOf, isIn, pixelsOf, speckOf } from './cell-boxes.ts';
import { evenPaper } from './even-paper.ts';
import { findInk, inkBox } from './ink.ts';
import { seenRules, withoutRules } from './scanned-rules.ts';

/**
 * A scan to which a program has added what it recognised as invisible text: the ruling lines are only in the
 * picture, so they are looked for there. A cell in which the picture has ink but the text nothing gets
 * U+FFFD: it is not blank, only unread.
 */
export const ruledLayer = (page: LayoutPage, scanned: PageImage): LayoutPage => {
  const image = evenPaper(scanned);
  const ruled = findInk(image);
  const rules = seenRules(image, ruled);
  const { ink } = withoutRules(image, ruled, rules);
  const scale = 72 / image.resolution;
  const unread = findGrids(rules, [])
    .flatMap(cellsOf)
    .flatMap((cell, index): readonly Glyph[] => {
      if (page.glyphs.some((glyph) => isIn(middleOf(glyph), cell))) return [];
      const box = inkBox(ink, pixelsOf(cell, ink, scale), speckOf(image.resolution));
      if (box === null) return [];
      const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map(
        (pixels) => pixels * scale,
      ) as [number, number, number, number];
      return [
        { text: '\uFFFD', left, top, right, bottom, baseline: bottom, size: 10, turn: 0, run: -1 - index },
      ];
    });
  return { ...page, rules, fills: [], glyphs: [...page.glyphs, ...unread] };
};

const middleOf = (glyph: Glyph): readonly [number, number] => [
  (glyph.left + glyph.right) / 2,
  (glyph.top + glyph.bottom) / 2,
];
