import { sectionTitles } from '../form/section-titles.ts';
import { ReadError } from '../problem.ts';
import { type Paragraph, type Section, sectionIds } from '../report.ts';
import type { ReportInput } from './report-input-schema.ts';

type SectionInput = NonNullable<ReportInput['sections']>[number];

/** The sections as given; without `tables` all six, in the order of the form. */
export const sectionsOfInput = (input: ReportInput): readonly Section[] => {
  const given = (input.sections ?? []).map(sectionOf);
  if (input.tables) return given;
  return sectionIds.flatMap((id) => {
    const own = given.filter((section) => section.id === id);
    return own.length > 0 ? own : [sectionOf({ id })];
  });
};

const sectionOf = ({ id, title, text, place = null, paragraphs }: SectionInput): Section => {
  const made = paragraphs === undefined ? split(text ?? '') : paragraphsOfInput(paragraphs);
  const joined = made.map((paragraph) => paragraph.text).join('\n');
  // Whoever edits one of the two must not get the other one printed.
  if (paragraphs && text !== undefined && text !== joined) {
    throw new ReadError('json.textDiffers', { section: id });
  }
  return { id, title: title ?? sectionTitles[id], place, paragraphs: made };
};

const split = (text: string): readonly Paragraph[] =>
  text.split(/\r?\n/).flatMap((line) => (line.trim() ? [{ text: line.trim(), place: null }] : []));

export const paragraphsOfInput = (paragraphs: ReportInput['preamble'] = []): readonly Paragraph[] =>
  paragraphs.map((paragraph) =>
    typeof paragraph === 'string' ? { text: paragraph, place: null } : paragraph,
  );
