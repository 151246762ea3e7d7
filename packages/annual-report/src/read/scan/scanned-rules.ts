import type { Rule } from '../layout/layout-page.ts';
import { mergeRules } from '../layout/merge-rules.ts';
import type { PageImage } from '../options.ts';
import { dottedRules } from './dotted-rules.ts';
import { findInk, type Ink } from './ink.ts';

/** In points. Longer than any stroke of type on a report, headings included. */
const shortest = 22;
/** A run of ink at least this long may be a piece of a line. */
const piece = 12;
/** No ruling line is thicker. */
const thickest = 4;
/** A line printed or scanned not quite straight wanders this far to either side. */
const wander = 1;

/** Finds the ruling lines of a scanned page: long thin runs of ink. Positions in points. */
export const scannedRules = (ink: Ink, resolution: number): readonly Rule[] => {
  const scale = 72 / resolution;
  return [true, false].flatMap((horizontal) =>
    mergeRules(longRuns(ink, horizontal, scale), horizontal).filter(
      (rule) => rule.to - rule.from >= shortest,
    ),
  );
};

/** The ruling lines of a page, those included that are only a little darker than paper. */
export const seenRules = (image: PageImage, ink: Ink): readonly Rule[] => [
  ...scannedRules(ink, image.resolution),
  ...scannedRules(findInk(image, true), image.resolution),
  ...dottedRules(ink, image.resolution),
];

/**
 * Paints over the lines, so that recognition doesn't take them for strokes of the type. Only the line itself:
 * a digit may stand a point beside it.
 */
export const withoutRules = (
  image: PageImage,
  ink: Ink,
  rules: readonly Rule[],
): { readonly image: PageImage; readonly ink: Ink } => {
  const pixels = image.pixels.slice();
  const cleared = ink.pixels.slice();
  const scale = image.resolution / 72;
  const { width, height } = image;
  for (const rule of rules) {
    const [along, across] = rule.horizontal ? [width, height] : [height, width];
    const [stepAlong, stepAcross] = rule.horizontal ? [1, width] : [width, 1];
    const from = Math.max(0, Math.floor(rule.from * scale) - 2);
    const to = Math.min(along - 1, Math.ceil(rule.to * scale) + 2);
    for (let at = from; at <= to; at++) {
      const [first, last] = strokeAt(image, rule.at * scale, at * stepAlong, stepAcross, across, scale);
      for (let off = first; off <= last; off++) {
        pixels[at * stepAlong + off * stepAcross] = 255;
        cleared[at * stepAlong + off * stepAcross] = 0;
      }
    }
  }
  return { image: { ...image, pixels }, ink: { ...ink, pixels: cleared } };
};

/** Lighter than this is paper, even at the soft edge of a stroke. */
const edge = 235;

/** From where to where a line is drawn at one place along it; where type crosses it, its usual width. */
const strokeAt = (
  image: PageImage,
  middle: number,
  start: number,
  step: number,
  across: number,
  scale: number,
): readonly [number, number] => {
  const dark = (off: number): boolean => off >= 0 && off < across && image.pixels[start + off * step]! < edge;
  const near = Math.ceil(wander * scale);
  let core = Math.floor(middle);
  for (let off = 0; off <= near && !dark(core); off++) {
    if (dark(Math.floor(middle) - off)) core = Math.floor(middle) - off;
    else if (dark(Math.floor(middle) + off)) core = Math.floor(middle) + off;
  }
  if (!dark(core)) return [0, -1];
  let [first, last] = [core, core];
  while (dark(first - 1)) first--;
  while (dark(last + 1)) last++;
  if (last - first + 1 <= thickest * scale) return [first, last];
  const half = Math.ceil(scale * wander);
  return [Math.max(first, core - half), Math.min(last, core + half)];
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
