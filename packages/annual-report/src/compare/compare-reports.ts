import { type Paragraph, type Report, type SectionId, sectionIds } from '../report.ts';
import { type CellComparison, compareCells } from './compare-cells.ts';
import { compareParagraphs, type ParagraphComparison } from './compare-paragraphs.ts';

export type { CellComparison } from './compare-cells.ts';
export type { ParagraphComparison } from './compare-paragraphs.ts';
export type { TextPiece } from './compare-text.ts';

export interface SectionComparison {
  readonly section: SectionId | 'preamble';
  /** The headings as printed; null where a report lacks the section. */
  readonly titles: readonly [left: string | null, right: string | null];
  readonly paragraphs: readonly ParagraphComparison[];
  /** The share of all characters that both have in common, 0 to 1; 1 where neither has any. */
  readonly likeness: number;
}

export interface ReportComparison {
  readonly cells: readonly CellComparison[];
  readonly counts: Readonly<Record<CellComparison['kind'], number>>;
  readonly sections: readonly SectionComparison[];
}

/** Two reports side by side: every figure, and the text of every section, paragraph by paragraph. */
export const compareReports = (left: Report, right: Report): ReportComparison => {
  const cells = compareCells(left, right);
  const counts = { same: 0, different: 0, onlyLeft: 0, onlyRight: 0 };
  for (const { kind } of cells) counts[kind]++;
  return {
    cells,
    counts,
    sections: (['preamble', ...sectionIds] as const).flatMap((id) => {
      const [ours, theirs] = [textOf(left, id), textOf(right, id)];
      return ours || theirs ? [compareSections(id, ours, theirs)] : [];
    }),
  };
};

interface Text {
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/** A section printed in two pieces under one id is one text. */
const textOf = (report: Report, id: SectionId | 'preamble'): Text | null => {
  if (id === 'preamble') {
    return report.preamble.length > 0 ? { title: null, paragraphs: report.preamble } : null;
  }
  const own = report.sections.filter((section) => section.id === id);
  return own.length > 0
    ? { title: own[0]!.title, paragraphs: own.flatMap((section) => section.paragraphs) }
    : null;
};

const compareSections = (
  section: SectionComparison['section'],
  left: Text | null,
  right: Text | null,
): SectionComparison => {
  const paragraphs = compareParagraphs(left?.paragraphs ?? [], right?.paragraphs ?? []);
  return {
    section,
    titles: [left?.title ?? null, right?.title ?? null],
    paragraphs,
    likeness: likenessOf(paragraphs),
  };
};

const likenessOf = (paragraphs: readonly ParagraphComparison[]): number => {
  let common = 0;
  let all = 0;
  for (const row of paragraphs) {
    if ('left' in row) all += row.left.text.length;
    if ('right' in row) all += row.right.text.length;
    if (row.kind === 'same') common += row.left.text.length + row.right.text.length;
    if (row.kind === 'changed') {
      for (const piece of row.pieces) if (piece.kind === 'same') common += 2 * piece.text.length;
    }
  }
  return all === 0 ? 1 : common / all;
};
