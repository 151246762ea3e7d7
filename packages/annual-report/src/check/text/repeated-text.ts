import type { Facts, NarrativeParagraph } from '../facts.ts';
import { plainText, shingles } from './shingles.ts';

/** What one report has in common with another. */
export interface Repetition {
  /** Share of the text compared that is repeated, 0 to 1. */
  readonly share: number;
  /** Paragraphs that are repeated almost whole, longest first. */
  readonly passages: readonly NarrativeParagraph[];
  /** Characters compared. */
  readonly length: number;
}

/** Set phrases are short; only paragraphs of a sentence or more can be copied. */
const shortest = 30;
/** A paragraph counts as repeated where this much of it stands in the other report. */
const wholePassage = 0.85;

interface Prepared {
  readonly paragraph: NarrativeParagraph;
  readonly shingles: Int32Array;
}

/**
 * The text that an organ writes itself: what the year brought and what is still wrong. Preamble and section 六
 * are statutory statements that are rightly the same every year.
 */
const prepare = ({ paragraphs }: Facts): readonly Prepared[] =>
  paragraphs
    .filter(({ section, text }) => section !== 'preamble' && section !== 'other' && text.length >= shortest)
    .map((paragraph) => ({ paragraph, shingles: shingles(plainText(paragraph.text)) }))
    .filter((prepared) => prepared.shingles.length > 0);

/** Per-report index, so that a report compared with many others is cut up once. */
export interface TextIndex {
  readonly paragraphs: readonly Prepared[];
  readonly all: ReadonlySet<number>;
}

export const indexText = (facts: Facts): TextIndex => {
  const paragraphs = prepare(facts);
  const all = new Set<number>();
  for (const prepared of paragraphs) for (const hash of prepared.shingles) all.add(hash);
  return { paragraphs, all };
};

/** How much of `text` stands in `other`, paragraph by paragraph. */
export const repetitionIn = (text: TextIndex, other: TextIndex): Repetition => {
  let length = 0;
  let repeated = 0;
  const passages: { readonly paragraph: NarrativeParagraph; readonly size: number }[] = [];
  for (const { paragraph, shingles: own } of text.paragraphs) {
    let hits = 0;
    for (const hash of own) if (other.all.has(hash)) hits++;
    length += own.length;
    repeated += hits;
    if (hits >= own.length * wholePassage) passages.push({ paragraph, size: own.length });
  }
  return {
    share: length === 0 ? 0 : repeated / length,
    passages: passages.sort((a, b) => b.size - a.size).map(({ paragraph }) => paragraph),
    length,
  };
};

/** Below this many characters a share says nothing. */
export const leastText = 120;

export const percent = (share: number): string => `${Math.round(share * 100)}%`;
