import { problem } from '../problem.ts';
import type { Cell, Paragraph, Report, Section } from '../report.ts';
import { squeeze } from './outline/squeeze.ts';

/** Whether what is shown and what is embedded can be the same cell. What could not be read off the page proves nothing. */
const agrees = (shown: Cell | undefined, embedded: Cell): boolean => {
  if (shown === undefined) return embedded.value === null;
  if (shown.value !== null) return shown.value === embedded.value;
  if (shown.status === 'unreadable') return true;
  return embedded.value === null && (shown.raw === '' || squeeze(shown.raw) === squeeze(embedded.raw));
};

/**
 * On a page, punctuation is set into the space of its neighbour (“ after a comma), so that its order in
 * the text layer is not certain: of a PDF letters and digits alone are compared.
 */
const essence = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

const sameSections = (
  shown: readonly Section[],
  embedded: readonly Section[],
  fromPage: boolean,
): boolean => {
  const textOf = (paragraphs: readonly Paragraph[]): string =>
    (fromPage ? essence : squeeze)(paragraphs.map(({ text }) => text).join(''));
  return embedded.every((section) => {
    const visible = shown.find(({ id }) => id === section.id);
    return textOf(visible?.paragraphs ?? []) === textOf(section.paragraphs);
  });
};

/** Embedded places are those of the document that was written down; these are the file's own. */
const placed = (embedded: Section, shown: readonly Section[]): Section => {
  const visible = shown.find(({ id }) => id === embedded.id);
  return {
    ...embedded,
    place: visible?.place ?? null,
    paragraphs: embedded.paragraphs.map(({ text }, at) => ({
      text,
      place: visible?.paragraphs[at]?.place ?? null,
    })),
  };
};

/**
 * Puts together what a file of our own shows and the data embedded in it. Where both agree in every
 * cell, the embedded report completes the shown one without loss; where they do not, someone has changed
 * the text, and what people see counts.
 *
 * @param fromPage whether what is shown was read off pages (PDF)
 */
export const mergeEmbedded = (shown: Report, embedded: Report, fromPage: boolean): Report => {
  const cellsAgree =
    [...embedded.cells].every(([id, cell]) => agrees(shown.cells.get(id), cell)) &&
    [...shown.cells].every(([id, cell]) => embedded.cells.has(id) || cell.value === null) &&
    (shown.year === null || embedded.year === null || shown.year === embedded.year);
  if (!cellsAgree) return { ...shown, problems: [...shown.problems, problem('report.embeddedDiffers')] };
  const textAgrees = sameSections(shown.sections, embedded.sections, fromPage);
  const cells = new Map(
    [...embedded.cells].map(([id, cell]): [string, Cell] => [
      id,
      { ...cell, place: shown.cells.get(id)?.place ?? null },
    ]),
  );
  return {
    ...embedded,
    cells,
    sections: textAgrees
      ? embedded.sections.map((section) => placed(section, shown.sections))
      : shown.sections,
    preamble: textAgrees ? embedded.preamble : shown.preamble,
    problems: textAgrees ? embedded.problems : [...embedded.problems, problem('report.embeddedDiffers')],
  };
};
