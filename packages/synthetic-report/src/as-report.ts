import { type CellId, type FormId, type TableId, tableIds } from '../../annual-report/src/form/form.ts';
import { cellsOf, getTable } from '../../annual-report/src/form/forms.ts';
import { problem } from '../../annual-report/src/problem.ts';
import type { Cell, Paragraph, Report, Section, TableReading } from '../../annual-report/src/report.ts';
import type { Figure, Laid } from './laid.ts';

/** What a perfect reader would hand to the checks: the laid-out report as a value of the product. */
export const asReport = (laid: Laid, index = 0): Report => {
  const { agency, year, published, forms } = laid.reports[index]!;
  const figures = new Map<CellId, Figure>();
  const surplus = new Set<TableId>();
  const sections: { id: Section['id']; title: string; place: Section['place']; paragraphs: Paragraph[] }[] =
    [];
  const preamble: Paragraph[] = [];
  const titles: string[] = [];
  laid.blocks.forEach((block, at) => {
    if (block.report !== index) return;
    if (block.kind === 'table') {
      for (const row of block.rows)
        if (row.kind === 'figures')
          for (const figure of row.figures) {
            if (figure.id !== null) figures.set(figure.id, figure);
            else if (row.row !== null) surplus.add(row.table);
          }
      return;
    }
    const place = { kind: 'paragraph', paragraph: at + 1 } as const;
    if (block.role === 'title') titles.push(block.text);
    else if (block.role === 'heading' && block.section !== null)
      sections.push({ id: block.section, title: block.text, place, paragraphs: [] });
    else if (block.role !== 'furniture' && block.role !== 'pageNumber')
      (sections.at(-1)?.paragraphs ?? preamble).push({ text: block.text, place });
  });
  const tables: Partial<Record<TableId, TableReading>> = {};
  const cells = new Map<CellId, Cell>();
  for (const table of tableIds) {
    const form = forms[table];
    if (form === undefined) continue;
    const ids = cellsOf(getTable(form, table)!).map(({ id }) => id);
    tables[table] = { form, found: ids.some((id) => figures.has(id)), place: null };
    ids.forEach((id, column) => {
      cells.set(id, asCell(figures.get(id), column));
    });
  }
  const counts = new Map<FormId, number>();
  for (const form of Object.values(forms)) counts.set(form, (counts.get(form) ?? 0) + 1);
  return {
    title: titles.join('') || null,
    agency,
    year,
    form: [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null,
    published,
    tables,
    cells,
    sections,
    preamble,
    problems: [...surplus].map((table) => problem('table.surplusFigure', null, { table })),
  };
};

const asCell = (figure: Figure | undefined, column: number): Cell => {
  if (figure === undefined) return { value: null, raw: '', status: 'absent', place: null };
  const raw = figure.text.trim();
  return {
    value: figure.value,
    raw,
    status: raw === '' ? 'blank' : (figure.statuses?.[0] ?? 'printed'),
    place: { kind: 'table', table: 1, row: 1, column: column + 1 },
    ...(figure.unit === undefined ? {} : { unit: figure.unit }),
    ...(figure.remark === undefined ? {} : { remark: figure.remark }),
  };
};
