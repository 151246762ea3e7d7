import { type TableId, tableIds } from '../../form/form.ts';
import { type SectionId, sectionIds } from '../../report.ts';
import type { Alignment } from '../align/alignment.ts';
import type { HeadingCandidate } from './find-headings.ts';
import type { OutlineLine } from './outline-line.ts';

/** The tables that stand in a section. */
const tablesOf: Readonly<Partial<Record<SectionId, readonly TableId[]>>> = {
  proactive: tableIds.filter((id) => id.startsWith('proactive.')),
  requests: ['requests'],
  reviews: ['reviews'],
};

/** What a heading must be worth: a title in unknown words, a numeral out of turn and no table do not reach it. */
const least = 4;
const outOfOrder = 3;
/** More candidates than this are a list of something; the best ones are looked at. */
const mostCandidates = 40;

interface Scored extends HeadingCandidate {
  readonly rank: number;
  readonly score: number;
}

/** Where the tables of each section begin, as positions in the outline's lines. */
const sectionStarts = (
  lines: readonly OutlineLine[],
  alignment: Alignment,
): ReadonlyMap<SectionId, number> => {
  const found = new Map<SectionId, number>();
  for (const [section, tables] of Object.entries(tablesOf) as [SectionId, readonly TableId[]][]) {
    const first = Math.min(...tables.map((id) => alignment.starts[id] ?? Number.POSITIVE_INFINITY));
    if (first === Number.POSITIVE_INFINITY) continue;
    const at = lines.findIndex((line) => line.index >= first);
    found.set(section, at < 0 ? lines.length : at);
  }
  return found;
};

/** How many lines of narrative stand between two positions. */
const narrativeBetween = (lines: readonly OutlineLine[], from: number, to: number, most: number): number => {
  let count = 0;
  for (let at = from; at < to && count <= most; at += 1) if (!lines[at]?.inTable) count += 1;
  return count;
};

/** A heading right above its table is certain; one right below a table printed too early is likely. */
const nearness = (
  lines: readonly OutlineLine[],
  heading: HeadingCandidate,
  starts: ReadonlyMap<SectionId, number>,
): number => {
  const start = starts.get(heading.section);
  if (start === undefined) return 0;
  const { at } = heading;
  if (at <= start + 1) {
    const between = narrativeBetween(lines, at + heading.height, start, 20);
    if (between <= 2) return 6;
    // A narrative's own heading has its table far away, behind other sections and their tables.
    if ([...starts.values()].some((other) => other > at && other < start)) return -2;
    if (heading.numeral.level === 'paren') return 0;
    return between <= 6 ? 4 : between <= 20 ? 2 : 0;
  }
  let above = at - 1;
  while (above > start && !lines[above]?.inTable && at - above < 3) above -= 1;
  return lines[above]?.inTable ? 2 : 0;
};

const numeralWorth = (heading: HeadingCandidate, rank: number, parenIsTop: boolean): number => {
  const { level, value } = heading.numeral;
  switch (level) {
    case 'top':
      return value === rank + 1 ? 2 : 1;
    case 'paren':
      return parenIsTop ? (value === rank + 1 ? 2 : 1) : -2.5;
    case 'arabic':
      return value === rank + 1 ? -1 : -2;
    case 'lost':
      return 1.2;
    case 'none':
      return 0;
  }
};

const textSectionWorth = (heading: HeadingCandidate, starts: ReadonlyMap<SectionId, number>): number => {
  const positions = [...starts.values()];
  if (positions.length === 0) return 0;
  if (heading.section === 'overview') return heading.at < Math.min(...positions) ? 1 : 0;
  return heading.at > Math.max(...positions) ? 1 : 0;
};

interface Chain {
  readonly score: number;
  readonly last: number;
  readonly picked: Scored;
  readonly before: Chain | null;
}

/** The best choice of at most one heading a section, in reading order; leaving the statutory order costs. */
const bestChain = (candidates: readonly Scored[]): readonly Scored[] => {
  /** By sections used (a bit each) and the last one, the best chain so far. */
  const chains = new Map<number, Chain>();
  for (const candidate of candidates) {
    const bit = 1 << candidate.rank;
    const grown: [number, Chain][] = [
      [
        bit * 8 + candidate.rank,
        { score: candidate.score, last: candidate.rank, picked: candidate, before: null },
      ],
    ];
    for (const [key, chain] of chains) {
      const used = key >> 3;
      if (used & bit || candidate.at < chain.picked.at + chain.picked.height) continue;
      const score = chain.score + candidate.score - (candidate.rank < chain.last ? outOfOrder : 0);
      grown.push([
        (used | bit) * 8 + candidate.rank,
        { score, last: candidate.rank, picked: candidate, before: chain },
      ]);
    }
    for (const [key, chain] of grown) if (chain.score > (chains.get(key)?.score ?? 0)) chains.set(key, chain);
  }
  let best: Chain | null = null;
  for (const chain of chains.values()) if (chain.score > (best?.score ?? 0)) best = chain;
  const picked: Scored[] = [];
  for (let chain: Chain | null = best; chain; chain = chain.before) picked.unshift(chain.picked);
  return picked;
};

/**
 * Chooses the six statutory headings among everything that reads like one: by their words, their
 * numeral, their order, and how near their table is. Narratives have headings of the same wording,
 * numerals get lost or start again, and a table may stand before its heading.
 */
export const chooseHeadings = (
  lines: readonly OutlineLine[],
  alignment: Alignment,
  candidates: readonly HeadingCandidate[],
): readonly HeadingCandidate[] => {
  const starts = sectionStarts(lines, alignment);
  const parenIsTop =
    candidates.filter((one) => one.numeral.level === 'paren' && one.likeness > 0.9).length >= 4 &&
    candidates.filter((one) => one.numeral.level === 'top' && one.likeness > 0.9).length <= 1;
  const scored = candidates
    .map((candidate): Scored => {
      const rank = sectionIds.indexOf(candidate.section);
      const score =
        6 * candidate.likeness +
        numeralWorth(candidate, rank, parenIsTop) +
        nearness(lines, candidate, starts) +
        textSectionWorth(candidate, starts);
      return { ...candidate, rank, score };
    })
    .filter((candidate) => candidate.score >= least);
  const best =
    scored.length > mostCandidates
      ? scored.toSorted((left, right) => right.score - left.score).slice(0, mostCandidates)
      : scored;
  return bestChain(best.toSorted((left, right) => left.at - right.at));
};
