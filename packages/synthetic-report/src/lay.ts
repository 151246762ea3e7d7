import type { Decimal } from '../../annual-report/src/decimal.ts';
import type { CellId, Table, TableId } from '../../annual-report/src/form/form.ts';
import { cellId, getTable } from '../../annual-report/src/form/forms.ts';
import type { CivilDate } from '../../annual-report/src/report.ts';
import type { Agency } from './agencies.ts';
import type { Figures } from './figures.ts';
import type { Figure, FigureRow, HeadCell, Laid, LaidBlock, LaidRow, LaidTable } from './laid.ts';
import type { Narrative } from './narrative/narrative.ts';

/** How figures are written where the form leaves it open. */
export interface FigureStyle {
  /** 本年增/减 as +4 instead of 4. */
  readonly plusSigns?: boolean;
}

const printed = (figures: Figures, style: FigureStyle, id: CellId, span: number): Figure => {
  const value: Decimal = figures.values.get(id) ?? '0';
  if (figures.blank.has(id)) return { id, text: '', value: null, span };
  const plus = style.plusSigns && id.endsWith('.change') && value !== '0' && !value.startsWith('-');
  return { id, text: plus ? `+${value}` : value, value, span };
};

/** Section 二 is printed as one table, four columns wide; narrower blocks stretch their last column. */
const proactiveRows = (figures: Figures, style: FigureStyle, table: Table): readonly LaidRow[] => {
  const columns = table.columns.length;
  const span = (i: number): number => (i === columns - 1 ? 4 - columns : 1);
  const head: HeadCell[] = [
    { key: 'content', text: '信息内容', column: 0, columnSpan: 1, rowSpan: 1 },
    ...table.columns.map(({ id, label }, i) => ({
      key: id,
      text: label,
      column: i + 1,
      columnSpan: span(i),
      rowSpan: 1,
    })),
  ];
  return [
    { kind: 'band', table: table.id, text: table.title },
    { kind: 'head', table: table.id, cells: head },
    ...table.rows.map(
      (row): FigureRow => ({
        kind: 'figures',
        table: table.id,
        row: row.id,
        groups: [],
        label: { key: row.id, text: row.label },
        figures: table.columns.map((column, i) =>
          printed(figures, style, cellId(table.id, row.id, column.id), span(i)),
        ),
      }),
    ),
  ];
};

const cell = (key: string, text: string, column: number, columnSpan: number, rowSpan: number): HeadCell => ({
  key,
  text,
  column,
  columnSpan,
  rowSpan,
});

const requestHeads = (columns: Table['columns']): readonly LaidRow[] => [
  {
    kind: 'head',
    table: 'requests',
    cells: [
      cell('corner', '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 0, 3, 3),
      cell('applicants', '申请人情况', 3, 7, 1),
    ],
  },
  {
    kind: 'head',
    table: 'requests',
    cells: [
      cell('naturalPerson', '自然人', 3, 1, 2),
      cell('organisations', '法人或其他组织', 4, 5, 1),
      cell('total', '总计', 9, 1, 2),
    ],
  },
  {
    kind: 'head',
    table: 'requests',
    cells: columns.slice(1, 6).map((column, i) => cell(column.id, column.label, 4 + i, 1, 1)),
  },
];

const requestRow = (figures: Figures, table: Table, at: number): FigureRow => {
  const row = table.rows[at]!;
  const parts = row.label.split('/');
  return {
    kind: 'figures',
    table: 'requests',
    row: row.id,
    groups: parts.slice(0, -1).map((text) => ({ key: text, text })),
    label: { key: row.id, text: parts.at(-1)! },
    figures: table.columns.map((column) => printed(figures, {}, cellId('requests', row.id, column.id), 1)),
  };
};

const reviewHeads = (table: Table): readonly LaidRow[] => {
  const five = (prefix: string, from: number, rowSpan: number): HeadCell[] =>
    table.columns.map((column, i) => cell(`${prefix}.${column.id}`, column.label, from + i, 1, rowSpan));
  return [
    {
      kind: 'head',
      table: 'reviews',
      cells: [cell('reconsideration', '行政复议', 0, 5, 1), cell('litigation', '行政诉讼', 5, 10, 1)],
    },
    {
      kind: 'head',
      table: 'reviews',
      cells: [
        ...five('reconsideration', 0, 2),
        cell('direct', '未经复议直接起诉', 5, 5, 1),
        cell('afterReconsideration', '复议后起诉', 10, 5, 1),
      ],
    },
    {
      kind: 'head',
      table: 'reviews',
      cells: [...five('direct', 5, 1), ...five('afterReconsideration', 10, 1)],
    },
  ];
};

const reviewRow = (figures: Figures, table: Table): FigureRow => ({
  kind: 'figures',
  table: 'reviews',
  row: 'all',
  groups: [],
  label: null,
  figures: table.rows.flatMap((row) =>
    table.columns.map((column) => printed(figures, {}, cellId('reviews', row.id, column.id), 1)),
  ),
});

/** The statutory tables of a report, as the form prints them. */
export const layTables = (figures: Figures, style: FigureStyle = {}): readonly LaidTable[] => {
  const forms = Object.entries(figures.forms) as [TableId, '2019' | '2021'][];
  const requests = getTable(figures.forms.requests ?? '2021', 'requests')!;
  const reviews = getTable('2021', 'reviews')!;
  return [
    {
      kind: 'table',
      name: 'proactive',
      report: 0,
      width: 4,
      rows: forms
        .filter(([id]) => id.startsWith('proactive.'))
        .flatMap(([id, form]) => proactiveRows(figures, style, getTable(form, id)!)),
    },
    {
      kind: 'table',
      name: 'requests',
      report: 0,
      width: 10,
      rows: [
        ...requestHeads(requests.columns),
        ...requests.rows.map((_, i) => requestRow(figures, requests, i)),
      ],
    },
    {
      kind: 'table',
      name: 'reviews',
      report: 0,
      width: 15,
      rows: [...reviewHeads(reviews), ...(figures.reviewsRowAbsent ? [] : [reviewRow(figures, reviews)])],
    },
  ];
};

export interface LayableReport {
  readonly agency: Agency;
  readonly year: number;
  readonly figures: Figures;
  readonly narrative: Narrative;
  readonly published: CivilDate | null;
}

/** The whole report in printed order: titles, preamble, six sections with their tables. */
export const layReport = (
  { agency, year, figures, narrative, published }: LayableReport,
  style: FigureStyle = {},
): Laid => {
  const tables = new Map(layTables(figures, style).map((table) => [table.name as string, table]));
  const text = (
    role: Extract<LaidBlock, { kind: 'text' }>['role'],
    words: string,
    section: Extract<LaidBlock, { kind: 'text' }>['section'] = null,
  ): LaidBlock => ({
    kind: 'text',
    role,
    text: words,
    report: 0,
    section,
  });
  const blocks: LaidBlock[] = [
    ...narrative.titles.map((title) => text('title', title)),
    ...(published === null ? [] : [text('furniture', `发布日期：${published}`)]),
    ...narrative.preamble.map((paragraph) => text('body', paragraph)),
  ];
  for (const section of narrative.sections) {
    blocks.push(text('heading', section.heading, section.id));
    blocks.push(...section.paragraphs.map((paragraph) => text('body', paragraph, section.id)));
    const table = tables.get(section.id);
    if (table !== undefined) blocks.push(table);
  }
  return { blocks, reports: [{ agency: agency.name, year, published, forms: figures.forms }], damages: [] };
};
