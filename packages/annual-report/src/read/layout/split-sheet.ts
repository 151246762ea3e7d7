import type { LayoutPage } from './layout-page.ts';

/** Width of the white strip between two pages, in points. */
const gutter = 12;
/** Where on the sheet it lies, as a share of the width. */
const [from, to] = [0.42, 0.58];
/** Characters that a half must have, and the share of them that must be Chinese: a column of figures is no page. */
const fewest = 60;
const mostlyWords = 0.5;
const han = /\p{Script=Han}/u;

/**
 * Parts a sheet on which two pages are printed side by side, the left one first; any other page comes back
 * as it is. Without this every line of the one would be read together with a line of the other.
 */
export const splitSheet = (page: LayoutPage): readonly LayoutPage[] => {
  if (page.width < 1.2 * page.height) return [page];
  const at = gutterOf(page);
  if (at === null) return [page];
  const halves = [true, false].map(
    (left): LayoutPage => ({
      ...page,
      glyphs: page.glyphs.filter((glyph) => glyph.left < at === left),
      rules: page.rules.filter((rule) => (rule.horizontal ? rule.from : rule.at) < at === left),
      fills: page.fills.filter((fill) => fill[0] < at === left),
    }),
  );
  return halves.every(isPage) ? halves : [page];
};

const isPage = ({ glyphs }: LayoutPage): boolean =>
  glyphs.length >= fewest &&
  glyphs.filter((glyph) => han.test(glyph.text)).length >= mostlyWords * glyphs.length;

/** The middle of the widest strip near the sheet's middle that nothing crosses; null where there is none. */
const gutterOf = (page: LayoutPage): number | null => {
  const start = Math.floor(from * page.width);
  const crossed = new Uint8Array(Math.ceil(to * page.width) - start);
  const cross = (left: number, right: number): void => {
    crossed.fill(1, Math.max(0, Math.floor(left) - start), Math.max(0, Math.ceil(right) - start));
  };
  for (const glyph of page.glyphs) if (glyph.text.trim() !== '') cross(glyph.left, glyph.right);
  for (const rule of page.rules) if (rule.horizontal) cross(rule.from, rule.to);
  let best = 0;
  let middle: number | null = null;
  let run = 0;
  crossed.forEach((taken, index) => {
    run = taken === 1 ? 0 : run + 1;
    if (run <= best) return;
    best = run;
    middle = start + index + 1 - run / 2;
  });
  return best >= gutter ? middle : null;
};
