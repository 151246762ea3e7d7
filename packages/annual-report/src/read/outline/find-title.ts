import type { Source } from '../source.ts';
import { isAgencyName, isPlaceName } from './agency-name.ts';
import { bareTitle } from './bare-title.ts';
import type { OutlineLine } from './outline-line.ts';
import { parseTitle, type TitleParts } from './parse-title.ts';
import { squeeze } from './squeeze.ts';

export interface FoundTitle extends TitleParts {
  /** As printed, lines put together. */
  readonly title: string;
  /** Position of its first line; null where the document's properties hold it. */
  readonly at: number | null;
}

/** Titles stand near the top; a saved page may put a menu before it. */
const deepest = 250;
const longestLine = 60;
const tell = /公\s*开|报\s*告|年\s*报/;

const candidateLine = (line: OutlineLine | undefined): line is OutlineLine =>
  line?.single === true && !line.inTable && line.text.length <= longestLine;

/** The page title without the name of the site. */
const pageTitles = (title: string): readonly string[] => [
  title,
  ...title.split(/\s*[_|｜]\s*|\s+[-—–]+\s*|--+|—+/).filter((piece) => piece !== title),
];

const properTitle = (source: Source): FoundTitle | null => {
  let best: FoundTitle | null = null;
  const stated = Object.entries(source.metadata)
    .filter(([name]) => /title$/i.test(name))
    .map(([, value]) => value);
  for (const text of [...stated, ...(source.title ? pageTitles(source.title) : [])]) {
    const parts = parseTitle(squeeze(text));
    if (parts && parts.worth > (best?.worth ?? 0)) best = { ...parts, title: text.trim(), at: null };
  }
  return best;
};

/** One to three lines read as one title; a line of its own may be only the agency or only the rest. */
const windows = [
  [0, 0],
  [-1, 0],
  [0, 1],
  [-1, 1],
  [-2, 0],
] as const;

/** The best title that can be read with the line at `at` in it; null where there is none. */
export const titleAt = (lines: readonly OutlineLine[], at: number, end: number): FoundTitle | null => {
  const line = lines[at];
  if (!candidateLine(line) || !tell.test(line.text)) return null;
  let best: FoundTitle | null = null;
  for (const [before, after] of windows) {
    const from = at + before;
    const to = at + after;
    if (from < 0 || to >= end) continue;
    const pieces = lines.slice(from, to + 1);
    if (!pieces.every(candidateLine)) continue;
    const title = pieces.map((piece) => bareTitle(piece.text)).join('');
    const parts = parseTitle(squeeze(title));
    if (!parts) continue;
    const worth = parts.worth - 0.6 * (pieces.length - 1);
    if (worth > (best?.worth ?? 0)) best = { ...parts, worth, title, at: from };
  }
  return best;
};

const bodyTitle = (lines: readonly OutlineLine[], end: number): FoundTitle | null => {
  let best: FoundTitle | null = null;
  const last = Math.min(lines.length, end, deepest);
  for (let at = 0; at < last; at += 1) {
    const found = titleAt(lines, at, last);
    if (found && found.worth > (best?.worth ?? 0)) best = found;
  }
  return best;
};

/** The agency may stand in a line of its own above or below the title. */
const neighbour = (lines: readonly OutlineLine[], title: FoundTitle): string | null => {
  if (title.at === null) return null;
  for (const at of [title.at - 1, title.at - 2, title.at + 1, title.at + 2]) {
    const line = lines[at];
    if (!candidateLine(line)) continue;
    const name = squeeze(line.text)
      .replace(/^[#*]+|[*]+$/g, '')
      .replace(/^[（(](.*)[)）]$/, '$1');
    if (isAgencyName(name)) return name;
  }
  return null;
};

/**
 * The report's title: the best one in the text before its first section or table, else the document's
 * own. What the one leaves out the other may tell.
 *
 * @param end position of the first heading or table
 */
export const findTitle = (source: Source, lines: readonly OutlineLine[], end: number): FoundTitle | null => {
  const body = bodyTitle(lines, end);
  const own = properTitle(source);
  if (body === null) return own;
  const named = body.agency ?? neighbour(lines, body);
  const agency = named !== null && isPlaceName(named) && own?.agency?.startsWith(named) ? own.agency : named;
  return { ...body, agency: agency ?? own?.agency ?? null, year: body.year ?? own?.year ?? null };
};
