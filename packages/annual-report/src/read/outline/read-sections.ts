import type { Paragraph, Section } from '../../report.ts';
import type { SourceFormat } from '../source.ts';
import { isAgencyName } from './agency-name.ts';
import { isDateLine } from './civil-date.ts';
import type { HeadingCandidate } from './find-headings.ts';
import type { OutlineLine } from './outline-line.ts';
import { isPageFoot } from './page-furniture.ts';
import { readParagraphs } from './read-paragraphs.ts';
import { squeeze } from './squeeze.ts';

/** The name and the date under a report are no part of its last section. */
export const withoutSignature = (
  paragraphs: readonly Paragraph[],
  agency: string | null,
): readonly Paragraph[] => {
  let end = paragraphs.length;
  const text = (at: number): string => squeeze(paragraphs[at]?.text ?? '');
  const dated = end > 0 && isDateLine(text(end - 1));
  if (dated) end -= 1;
  if (end > 0 && (text(end - 1) === agency || (dated && isAgencyName(text(end - 1))))) end -= 1;
  const last = text(end - 1);
  // 某局2022年1月28日 in one line
  const name = last.replace(/20\d{2}年\d{1,2}月\d{1,2}日$/, '');
  if (!dated && end > 0 && name !== last && isAgencyName(name)) end -= 1;
  return end === paragraphs.length ? paragraphs : paragraphs.slice(0, end);
};

/** Where the narrative ends: before the page's foot, which only comes after all headings and tables. */
const endOfReport = (lines: readonly OutlineLine[], from: number): number => {
  let end = lines.length;
  for (let at = lines.length - 1; at > from && !lines[at]?.inTable; at -= 1)
    if (isPageFoot(lines[at]?.text ?? '')) end = at;
  return end;
};

/** The sections from their headings, in the order of the document. */
export const readSections = (
  lines: readonly OutlineLine[],
  headings: readonly HeadingCandidate[],
  format: SourceFormat,
  agency: string | null,
): readonly Section[] => {
  const end = endOfReport(lines, headings.at(-1)?.at ?? 0);
  return headings.map((heading, order): Section => {
    const next = headings[order + 1];
    const to = next ? next.at : end;
    const place = lines[heading.at]?.place ?? null;
    const body = readParagraphs(lines.slice(heading.at + heading.height, to), format);
    const all = heading.rest === '' ? body : [{ text: heading.rest, place }, ...body];
    const paragraphs = next ? all : withoutSignature(all, agency);
    return { id: heading.section, title: heading.title, place, paragraphs };
  });
};
