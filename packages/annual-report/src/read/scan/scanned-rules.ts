import type { Rule } from '../layout/layout-page.ts';
import { mergeRules } from '../layout/merge-rules.ts';
import type { PageImage } from '../options.ts';
import type { Ink } from './ink.ts';

/** In points. Longer than any stroke of type on a report, headings included. */
const shortest = 22;
/** A run of ink at least this long may be a piece of a line. */
const piece = 12;
/** No ruling line is thicker. */
const thickest = 4;

/** Finds the ruling lines of a scanned page: long thin runs of ink. Positions in points. */
export const scannedRules = (ink: Ink, resolution: number): readonly Rule[] => {
  const scale = 72 / resolution;
  return [true, false].flatMap((horizontal) =>
    mergeRules(longRuns(ink, horizontal, scale), horizontal).filter(
      (rule) => rule.to - rule.from >= shortest,
    ),
  );
};

/** Paints over the lines, so that recognition doesn't take them for strokes of the type. */
export const withoutRules = (
  image: PageImage,
  ink: Ink,
  rules: readonly Rule[],
): { readonly image: PageImage; readonly ink: Ink } => {
  const pixels = image.pixels.slice();
  const cleared = ink.pixels.slice();
  const scale = image.resolution / 72;
  const reach = Math.ceil(2 * scale);
  const { width, height } = image;
  for (const rule of rules) {
    const middle = Math.round(rule.at * scale);
    const [along, across] = rule.horizontal ? [width, height] : [height, width];
    const from = Math.max(0, Math.floor(rule.from * scale) - 2);
    const to = Math.min(along - 1, Math.ceil(rule.to * scale) + 2);
    for (let at = from; at <= to; at++) {
      for (let off = Math.max(0, middle - reach); off <= Math.min(across - 1, middle + reach); off++) {
        const index = rule.horizontal ? off * width + at : at * width + off;
        pixels[index] = 255;
        cleared[index] = 0;
      }
    }
  }
  return { image: { ...image, pixels }, ink: { ...ink, pixels: cleared } };
};

const longRuns = (ink: Ink, horizontal: boolean, scale: number): readonly Rule[] => {
  const [length, count] = horizontal ? [ink.width, ink.height] : [ink.height, ink.width];
  const stepAlong = horizontal ? 1 : ink.width;
  const stepAcross = horizontal ? ink.width : 1;
  const least = piece / scale;
  const thick = Math.ceil(thickest / scale);
  const runs: Rule[] = [];
  // A line slightly askew wanders over neighbouring rows: a pixel counts where it or a neighbour is ink.
  const dark = (at: number, row: number): boolean => {
    const index = row * stepAcross + at * stepAlong;
    return (
      ink.pixels[index] === 1 ||
      (row > 0 && ink.pixels[index - stepAcross] === 1) ||
      (row + 1 < count && ink.pixels[index + stepAcross] === 1)
    );
  };
  for (let row = 0; row < count; row++) {
    let from = -1;
    for (let at = 0; at <= length; at++) {
      if (at < length && dark(at, row)) {
        if (from === -1) from = at;
        continue;
      }
      if (
        from !== -1 &&
        at - from >= least &&
        isThin(ink, from, at, row, stepAlong, stepAcross, count, thick)
      )
        runs.push({ horizontal, at: (row + 0.5) * scale, from: from * scale, to: at * scale });
      from = -1;
    }
  }
  return runs;
};

/** Whether paper is found above and below most of a run within the thickness of a line: a bar of ink is none. */
const isThin = (
  ink: Ink,
  from: number,
  to: number,
  row: number,
  stepAlong: number,
  stepAcross: number,
  count: number,
  thick: number,
): boolean => {
  let thin = 0;
  let looked = 0;
  for (let at = from; at < to; at += 8) {
    let ink0 = 0;
    for (let off = -thick; off <= thick; off++) {
      const y = row + off;
      if (y >= 0 && y < count && ink.pixels[y * stepAcross + at * stepAlong] === 1) ink0++;
    }
    looked++;
    if (ink0 <= thick) thin++;
  }
  return thin >= 0.7 * looked;
};
