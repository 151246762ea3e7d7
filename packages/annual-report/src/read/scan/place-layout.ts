import type { Box } from '../../place.ts';
import type { LayoutPage } from '../layout/layout-page.ts';
import type { PageImage } from '../options.ts';

/** The part of a page's picture inside a box in points. */
export const cropImage = (image: PageImage, box: Box): PageImage => {
  const scale = image.resolution / 72;
  const left = Math.max(0, Math.floor(box[0] * scale));
  const top = Math.max(0, Math.floor(box[1] * scale));
  const width = Math.max(1, Math.min(image.width, Math.ceil(box[2] * scale)) - left);
  const height = Math.max(1, Math.min(image.height, Math.ceil(box[3] * scale)) - top);
  const pixels = new Uint8Array(width * height).fill(255);
  for (let row = 0; row < height; row++) {
    const from = (top + row) * image.width + left;
    pixels.set(image.pixels.subarray(from, from + width), row * width);
  }
  return { ...image, width, height, pixels };
};

/** Puts what was read off a picture where the picture stands on its page: scaled and moved into a box. */
export const placeLayout = (layout: LayoutPage, box: Box): LayoutPage => {
  const across = (box[2] - box[0]) / layout.width;
  const down = (box[3] - box[1]) / layout.height;
  const x = (value: number): number => box[0] + value * across;
  const y = (value: number): number => box[1] + value * down;
  return {
    ...layout,
    glyphs: layout.glyphs.map((glyph) => ({
      ...glyph,
      left: x(glyph.left),
      right: x(glyph.right),
      top: y(glyph.top),
      bottom: y(glyph.bottom),
      baseline: glyph.turn % 2 === 0 ? y(glyph.baseline) : x(glyph.baseline),
      size: glyph.size * down,
    })),
    rules: layout.rules.map((rule) =>
      rule.horizontal
        ? { horizontal: true, at: y(rule.at), from: x(rule.from), to: x(rule.to) }
        : { horizontal: false, at: x(rule.at), from: y(rule.from), to: y(rule.to) },
    ),
  };
};

/** A page with what was read off a picture on it. */
export const mergeLayouts = (page: LayoutPage, picture: LayoutPage): LayoutPage => ({
  ...page,
  glyphs: [...page.glyphs, ...picture.glyphs.map((glyph) => ({ ...glyph, run: -1_000_000 + glyph.run }))],
  rules: [...page.rules, ...picture.rules],
});
