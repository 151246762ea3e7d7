import type { Rule } from './layout-page.ts';

/** Strokes nearer to each other than this are one line drawn several times (cell by cell, or as a double line). */
const sameLine = 2;
/** A break in a line no longer than this is none. */
const gapInLine = 3;
/** Dashes: pieces this short may have breaks as long as the longest of them. */
const dash = 10;
/** A line shorter than this bounds no cell. */
const shortest = 5;

/**
 * Makes one line of all that is drawn along it: pieces per cell, dashes and dots, double strokes.
 * Sorted by position.
 */
export const mergeRules = (rules: readonly Rule[], horizontal: boolean): readonly Rule[] => {
  const sorted = rules.filter((rule) => rule.horizontal === horizontal).sort((a, b) => a.at - b.at);
  const merged: Rule[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    const first = sorted[start]!.at;
    while (end < sorted.length && sorted[end]!.at - first <= sameLine) end++;
    mergeAlong(sorted.slice(start, end), merged);
    start = end;
  }
  return merged.filter((rule) => rule.to - rule.from >= shortest);
};

const mergeAlong = (band: Rule[], merged: Rule[]): void => {
  band.sort((a, b) => a.from - b.from);
  let weight = 0;
  let position = 0;
  for (const rule of band) {
    const length = rule.to - rule.from + 0.01;
    weight += length;
    position += rule.at * length;
  }
  const at = position / weight;
  const horizontal = band[0]!.horizontal;
  let from = band[0]!.from;
  let to = band[0]!.to;
  let last = to - from;
  for (const rule of band.slice(1)) {
    const length = rule.to - rule.from;
    const allowed = last <= dash && length <= dash ? Math.max(gapInLine, last, length) : gapInLine;
    if (rule.from - to <= allowed) {
      to = Math.max(to, rule.to);
    } else {
      merged.push({ horizontal, at, from, to });
      from = rule.from;
      to = rule.to;
    }
    last = length;
  }
  merged.push({ horizontal, at, from, to });
};
