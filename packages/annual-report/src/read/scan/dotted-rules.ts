import type { Rule } from '../layout/layout-page.ts';
import { mergeRules } from '../layout/merge-rules.ts';
import type { Ink } from './ink.ts';

/** In points: a dash, the room between two, and the shortest line of them. */
const [longestDash, widestGap, shortest] = [10, 2.5, 40];
const fewestDashes = 8;
/** How far from a line the paper beside it is looked at, in points, and how much ink may be there. */
const beside: readonly number[] = [-2.6, -1.6, 1.6, 2.6];
const mostBeside = 0.15;
/** Of a dotted line's length, what is ink at the least. */
const least = 0.25;

/**
 * Finds ruling lines that are dotted, dashed or worn into pieces: many short runs of ink in a row, with paper on
 * both sides, where a line of type has its other strokes. Positions in points.
 */
export const dottedRules = (ink: Ink, resolution: number): readonly Rule[] => {
  const scale = 72 / resolution;
  return [true, false].flatMap((horizontal) =>
    mergeRules(dottedRuns(ink, horizontal, scale), horizontal).filter(
      (rule) => rule.to - rule.from >= shortest,
    ),
  );
};

const dottedRuns = (ink: Ink, horizontal: boolean, scale: number): readonly Rule[] => {
  const [length, count] = horizontal ? [ink.width, ink.height] : [ink.height, ink.width];
  const [stepAlong, stepAcross] = horizontal ? [1, ink.width] : [ink.width, 1];
  const [dash, gap, line] = [longestDash / scale, widestGap / scale, shortest / scale];
  const rules: Rule[] = [];
  const share = (row: number, from: number, to: number): number => {
    if (row < 0 || row >= count) return 0;
    let dark = 0;
    for (let at = from; at < to; at++) dark += ink.pixels[row * stepAcross + at * stepAlong]!;
    return dark / (to - from);
  };
  for (let row = 0; row < count; row++) {
    let [from, end, runs, start] = [-1, -1, 0, -1];
    const finish = (): void => {
      if (
        from !== -1 &&
        end - from >= line &&
        runs >= fewestDashes &&
        share(row, from, end) >= least &&
        beside.every((off) => share(row + Math.round(off / scale), from, end) <= mostBeside)
      )
        rules.push({ horizontal, at: (row + 0.5) * scale, from: from * scale, to: end * scale });
      from = -1;
      runs = 0;
    };
    for (let at = 0; at <= length; at++) {
      const dark = at < length && ink.pixels[row * stepAcross + at * stepAlong] === 1;
      if (dark) {
        if (start === -1) start = at;
        continue;
      }
      if (start !== -1) {
        // A stroke longer than a dash is no part of a dotted line, nor is what stands far from the last dash.
        if (at - start > dash || (from !== -1 && start - end > gap)) finish();
        if (at - start <= dash) {
          if (from === -1) from = start;
          end = at;
          runs++;
        }
        start = -1;
      }
    }
    finish();
  }
  return rules;
};
