import { raisedText } from '../raised-text.ts';
import type { Glyph } from './layout-page.ts';

/** Characters of which marks of a footnote are made: 1, [1], (2), 注3, *. */
const ofMarks = /^[0-9０-９①-⑳[\]()（）［］〔〕*＊†‡#,，、注]$/;
const digit = /^[0-9０-９]$/;
/** A mark has half as many characters at most ([12], 注10); where bold is imitated each is drawn twice. */
const longest = 8;
/** Share of the type beside it that a mark has at most: browsers set it five sixths as large. */
const smaller = 0.86;
const muchSmaller = 0.72;
/**
 * By how much of the type beside it a mark is raised or lowered, and how near to it it stands. Beside words
 * less: a figure in the middle beside two lines of a label is raised too, by more.
 */
const raisedBy = [0.15, 0.8] as const;
const raisedBesideWords = [0.2, 0.55] as const;
const loweredBy = [0.08, 0.4] as const;
const loweredLittleSmaller = 0.12;
const nearest = [-0.3, 0.2] as const;
/** Points. Characters are looked up by where they end. */
const bucket = 16;
const reachAlong = 6;
const reachAcross = 12;
/** More characters than this at one place are a drawing, or an attack. */
const crowd = 64;

/** A character with where it begins and ends along its line, and its base line measured downwards, however it is turned. */
interface Seen {
  readonly glyph: Glyph;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly base: number;
}

interface Mark {
  readonly host: Seen;
  readonly raised: 'super' | 'sub';
  readonly members: Seen[];
}

/**
 * Finds the small raised or lowered marks of footnotes beside figures and words, writes their digits as
 * raised ones and puts them on the line of what they stand beside. Else 3 with a small 1 would be read as 31.
 * Only for what a file draws: sizes that recognition supposes say nothing.
 */
export const raiseMarks = (glyphs: readonly Glyph[]): readonly Glyph[] => {
  let largest = 0;
  for (const glyph of glyphs) if (glyph.size > largest) largest = glyph.size;
  const mayBegin = (glyph: Glyph): boolean => glyph.size <= smaller * largest && ofMarks.test(glyph.text);
  // Most pages are set in type of one size.
  if (!glyphs.some(mayBegin)) return glyphs;
  const seen = glyphs.map(see).filter(({ glyph }) => glyph.text.trim() !== '');
  seen.sort((a, b) => a.start - b.start);
  const before = indexEnds(seen);
  const marks = new Map<Seen, Mark>();
  const refused = new Set<Mark>();
  for (const one of seen) {
    const begins = mayBegin(one.glyph);
    if (!begins && marks.size === 0) continue;
    const touching = before(one);
    const sameLine = touching.find((other) => isSameLine(other, one));
    if (sameLine !== undefined) {
      const mark = marks.get(sameLine);
      if (mark === undefined) continue;
      // What goes on in words, or at length, is a line of small type and no mark.
      if (!ofMarks.test(one.glyph.text) || mark.members.length === longest) refused.add(mark);
      mark.members.push(one);
      marks.set(one, mark);
      continue;
    }
    if (!begins) continue;
    for (const host of touching) {
      const raised = shiftOf(host, one);
      if (raised === null) continue;
      marks.set(one, { host: marks.get(host)?.host ?? host, raised, members: [one] });
      break;
    }
  }
  if (marks.size === 0) return glyphs;
  const out = [...glyphs];
  for (const [one, mark] of marks) {
    if (refused.has(mark)) continue;
    const { glyph, index } = one;
    out[index] = {
      ...glyph,
      text: raisedText(glyph.text, mark.raised),
      baseline: mark.host.glyph.baseline,
    };
  }
  return out;
};

const see = (glyph: Glyph, index: number): Seen => {
  const { left, right, top, bottom, baseline } = glyph;
  if (glyph.turn === 0) return { glyph, index, start: left, end: right, base: baseline };
  if (glyph.turn === 1) return { glyph, index, start: top, end: bottom, base: -baseline };
  if (glyph.turn === 2) return { glyph, index, start: -right, end: -left, base: -baseline };
  return { glyph, index, start: -bottom, end: -top, base: baseline };
};

/** Gives the characters that end about where one begins, about at its height. */
const indexEnds = (seen: readonly Seen[]): ((one: Seen) => readonly Seen[]) => {
  const places = new Map<number, Seen[]>();
  const keyOf = (along: number, across: number, turn: number): number => (along * 65_536 + across) * 4 + turn;
  for (const one of seen) {
    const key = keyOf(Math.floor(one.end / bucket), Math.floor(one.base / bucket), one.glyph.turn);
    const place = places.get(key);
    if (place === undefined) places.set(key, [one]);
    else if (place.length < crowd) place.push(one);
  }
  return (one) => {
    const found: Seen[] = [];
    const lastX = Math.floor((one.start + reachAlong) / bucket);
    const lastY = Math.floor((one.base + reachAcross) / bucket);
    for (let x = Math.floor((one.start - reachAlong) / bucket); x <= lastX; x++)
      for (let y = Math.floor((one.base - reachAcross) / bucket); y <= lastY; y++)
        for (const other of places.get(keyOf(x, y, one.glyph.turn)) ?? [])
          if (other !== one && touches(other, one)) found.push(other);
    return found;
  };
};

const touches = (a: Seen, b: Seen): boolean => {
  const gap = (b.start - a.end) / Math.max(a.glyph.size, b.glyph.size);
  return gap >= nearest[0] && gap <= nearest[1] && b.start > a.start;
};

const isSameLine = (a: Seen, b: Seen): boolean =>
  Math.abs(a.base - b.base) < 0.06 * b.glyph.size &&
  Math.abs(a.glyph.size - b.glyph.size) < 0.1 * b.glyph.size;

/** How `one` stands beside the larger character before it; null where it is no mark of it. */
const shiftOf = (host: Seen, one: Seen): 'super' | 'sub' | null => {
  const ratio = one.glyph.size / host.glyph.size;
  if (ratio > smaller) return null;
  const isFigure = digit.test(host.glyph.text);
  const shift = (host.base - one.base) / host.glyph.size;
  const [least, most] = isFigure ? raisedBy : raisedBesideWords;
  if (shift >= least && shift <= most) return 'super';
  const lowered = ratio <= muchSmaller ? loweredBy[0] : loweredLittleSmaller;
  return (isFigure || ratio <= muchSmaller) && -shift >= lowered && -shift <= loweredBy[1] ? 'sub' : null;
};
