import type { FormId, TableId } from '../form/form.ts';
import { type PrintedTable, printedTables } from '../form/printed-table.ts';
import { reportTitle } from '../form/report-title.ts';
import { type Report, type SectionId, sectionIds } from '../report.ts';

/** A piece of the printed document, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly section: SectionId; readonly text: string }
  | { readonly kind: 'subheading' | 'paragraph' | 'hint'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PrintedTable };

/** A report laid out as a document: what HTML, DOCX, PDF and Markdown print alike. */
export interface PrintedReport {
  readonly title: string;
  /** The title as set in large type: agency and the rest on lines of their own where one line does not hold both. */
  readonly titleLines: readonly string[];
  readonly blocks: readonly Block[];
}

/**
 * Lays a report out. A table that the report does not have is left out, as are rows and columns that
 * its table does not have; nothing is added that the report does not say.
 */
export const printReport = (report: Report): PrintedReport => {
  const title = report.title ?? (report.agency || report.year ? reportTitle(report.agency, report.year) : '');
  const tables = tablesOf(report);
  const placed = new Set<PrintedTable>();
  const take = (table: PrintedTable): Block => {
    placed.add(table);
    return { kind: 'table', table };
  };
  const blocks = report.sections.flatMap((section): readonly Block[] => {
    const own = tables.filter((table) => table.section === section.id && !placed.has(table));
    // Tables whose section has lost its heading stand where the form has them.
    const before = tables.filter(
      (table) => !placed.has(table) && isEarlier(table.section, section.id) && !has(report, table.section),
    );
    const texts = section.paragraphs.map((paragraph) => paragraph.text);
    const notes = texts.length - texts.findLastIndex((text) => !isNote(text)) - 1;
    const [leading, trailing] = [texts.slice(0, texts.length - notes), texts.slice(texts.length - notes)];
    return [
      ...before.map(take),
      { kind: 'heading', section: section.id, text: section.title },
      ...leading.map(textBlock),
      ...own.map(take),
      ...trailing.map(textBlock),
    ];
  });
  const preamble = withoutTitle(
    report.preamble.map((paragraph) => paragraph.text),
    title,
  );
  return {
    title,
    titleLines: titleLines(title),
    blocks: [
      ...preamble.map(textBlock),
      ...blocks,
      ...tables.filter((table) => !placed.has(table)).map(take),
    ],
  };
};

/** 156 mm hold twenty characters of 22 pt. */
const titleWidth = 20;

const titleLines = (title: string): readonly string[] => {
  if (title === '') return [];
  if (title.length <= titleWidth) return [title];
  const [, agency, rest] = /^(.+?)((?:\d{4}|[〇○零一二三四五六七八九]{4}|＿+)年.*)$/su.exec(title) ?? [];
  return agency && rest ? [agency.trim(), rest] : [title];
};

const tablesOf = (report: Report): readonly PrintedTable[] => {
  const forms: Partial<Record<TableId, FormId>> = {};
  for (const [id, reading] of Object.entries(report.tables)) {
    if (reading.found) forms[id as TableId] = reading.form;
  }
  return printedTables(forms, (cell) => (report.cells.get(cell)?.status ?? 'absent') !== 'absent');
};

const isEarlier = (left: SectionId, right: SectionId): boolean =>
  sectionIds.indexOf(left) < sectionIds.indexOf(right);

const has = (report: Report, id: SectionId): boolean => report.sections.some((section) => section.id === id);

/** 注：…含上年度结转: a remark on the table before it. */
const isNote = (text: string): boolean => /^[（(【]?(?:备注|注|说明)[：:]/u.test(text);

/** What a form to be filled in says about what belongs there (see `blankReport`). */
const isHint = (text: string): boolean => text.startsWith('［') && text.endsWith('］');

const isSubheading = (text: string): boolean =>
  text.length <= 30 && /^（[一二三四五六七八九十]+）[^。；，：]*$/u.test(text);

const textBlock = (text: string): Block => ({
  kind: isHint(text) ? 'hint' : isSubheading(text) ? 'subheading' : 'paragraph',
  text,
});

const squeeze = (text: string): string => text.replaceAll(/\s/gu, '');

/** Readers keep the title among the first lines too, perhaps in two pieces; it is printed once. */
const withoutTitle = (texts: readonly string[], title: string): readonly string[] => {
  const whole = squeeze(title);
  if (whole === '') return texts;
  for (let start = 0; start < texts.length; start++) {
    let joined = '';
    for (let end = start; end < texts.length && joined.length < whole.length; end++) {
      joined += squeeze(texts[end]!);
      if (joined === whole) return withoutTitle([...texts.slice(0, start), ...texts.slice(end + 1)], title);
    }
  }
  return texts;
};
