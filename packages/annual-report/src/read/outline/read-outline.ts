import { type Problem, problem } from '../../problem.ts';
import type { Paragraph, Report, Section } from '../../report.ts';
import type { Alignment } from '../align/alignment.ts';
import type { Source } from '../source.ts';
import { bareTitle } from './bare-title.ts';
import { chooseHeadings } from './choose-headings.ts';
import { findAgency } from './find-agency.ts';
import { findHeadings, type HeadingCandidate } from './find-headings.ts';
import { findPublished } from './find-published.ts';
import { findTitle } from './find-title.ts';
import { findYear } from './find-year.ts';
import { headingNumeral } from './heading-numeral.ts';
import { type OutlineLine, outlineLines } from './outline-line.ts';
import { readParagraphs } from './read-paragraphs.ts';
import { readSections } from './read-sections.ts';
import { squeeze } from './squeeze.ts';

/** All of a report but its figures. */
export interface Outline extends Pick<Report, 'title' | 'agency' | 'year' | 'published'> {
  /** In the order of the document. */
  readonly sections: readonly Section[];
  readonly preamble: readonly Paragraph[];
  readonly problems: readonly Problem[];
}

/** A page's box stands near its top, a menu may stand before it. */
const boxDepth = 200;

/** The first section has any name in some reports; its numeral and its place tell it. */
const withOverview = (
  lines: readonly OutlineLine[],
  headings: readonly HeadingCandidate[],
): readonly HeadingCandidate[] => {
  const [first] = headings;
  if (!first || headings.some((heading) => heading.section === 'overview')) return headings;
  for (let at = 0; at < first.at; at += 1) {
    const line = lines[at] as OutlineLine;
    if (line.inTable || !line.single || line.text.length > 60) continue;
    const dense = squeeze(line.text).replace(/^[#*]+/, '');
    const numeral = headingNumeral(dense);
    if (
      numeral.level !== 'top' ||
      numeral.value !== 1 ||
      dense.length > 32 ||
      /[，。；！？]|^一[是方]/.test(dense)
    )
      continue;
    const title = bareTitle(line.text);
    return [{ at, section: 'overview', numeral, likeness: 0, title, rest: '', height: 1 }, ...headings];
  }
  return headings;
};

/**
 * Title, agency, year, date of publishing, and the text of the six statutory sections of one report.
 * A section that the document has not is not in the list; text before the first one is the preamble.
 */
export const readOutline = (source: Source, alignment: Alignment): Outline => {
  const lines = outlineLines(source, alignment);
  const chosen = chooseHeadings(lines, alignment, findHeadings(lines));
  const headings = withOverview(lines, chosen);
  const firstHeading = headings[0]?.at ?? lines.length;
  const firstTable = lines.findIndex((line) => line.inTable);
  const headEnd = Math.min(firstHeading, firstTable < 0 ? lines.length : firstTable);
  const title = findTitle(source, lines, headEnd);
  const lastHeading = headings.at(-1)?.at ?? 0;
  const around = lines.filter(
    (line, at) =>
      !line.inTable && ((at < headEnd && at < boxDepth) || (at > lastHeading && at > lines.length - 60)),
  );
  const agency = findAgency(source, lines, around, title?.agency ?? null);
  const year = title?.year ?? findYear(lines);
  const problems: Problem[] = [];
  if (agency === null) problems.push(problem('report.noAgency'));
  if (year === null) problems.push(problem('report.noYear'));
  return {
    title: title?.title ?? null,
    agency,
    year,
    published: findPublished(source, lines, around, lines.slice(0, headEnd), year),
    sections: readSections(lines, headings, source.format, agency),
    preamble: readParagraphs(lines.slice(0, firstHeading), source.format),
    problems,
  };
};
