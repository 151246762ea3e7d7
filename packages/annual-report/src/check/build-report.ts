import { type Decimal, sum } from '../decimal.ts';
import { type CellId, type FormId, type TableId, tableIds } from '../form/form.ts';
import { cellId, cellsOf, getTable } from '../form/forms.ts';
import type { Problem } from '../problem.ts';
import type { Cell, CivilDate, Paragraph, Report, Section, SectionId, TableReading } from '../report.ts';
import { sectionIds } from '../report.ts';
import { officialTitle } from './form/section-titles.ts';

/** What a cell of a built report holds: a figure, or a whole cell (blank, `\`, with a unit …). */
export type BuiltCell = Decimal | number | null | Partial<Cell>;

export interface BuildReport {
  readonly agency?: string | null;
  readonly year?: number | null;
  readonly form?: FormId;
  /** Tables that follow another form, or are missing (null). */
  readonly tables?: Readonly<Partial<Record<TableId, FormId | null>>>;
  readonly published?: CivilDate | null;
  /** Figures other than 0; `null` is a blank cell. A row of the request table in short: `'requests.received': [3, 0, 0, 0, 0, 0, 3]`. */
  readonly cells?: Readonly<Record<CellId, BuiltCell | readonly BuiltCell[]>>;
  /** The words of the sections; a section given as null is left out. Defaults are faultless. */
  readonly sections?: Readonly<Partial<Record<SectionId, string | readonly string[] | null>>>;
  /** Sections with headings of their own, in their own order, instead of `sections`. */
  readonly headed?: readonly (readonly [SectionId, string, string])[];
  readonly preamble?: readonly string[];
  readonly problems?: readonly Problem[];
}

const zero: Cell = { value: '0', raw: '0', status: 'printed', place: null };
const absent: Cell = { value: null, raw: '', status: 'absent', place: null };

const cell = (built: BuiltCell): Cell => {
  if (built === null) return { value: null, raw: '', status: 'blank', place: null };
  if (typeof built === 'object') return { ...zero, ...built };
  return { ...zero, value: String(built), raw: String(built) };
};

const paragraphs = (text: string | readonly string[]): readonly Paragraph[] =>
  (typeof text === 'string' ? [text] : text)
    .filter((line) => line !== '')
    .map((line, at) => ({ text: line, place: { kind: 'paragraph', paragraph: at + 1 } }));

const defaultText = (year: number): Readonly<Record<SectionId, string>> => ({
  overview: `${year}年，本机关依法公开政府信息，公开制度执行平稳。`,
  proactive: '',
  requests: '',
  reviews: '',
  problems: '公开的及时性还不够，将完善提醒机制。',
  other: '本机关未收取信息处理费。',
});

/**
 * A report for tests: by default a faultless one of a city's bureau, all figures 0, every statement there,
 * so that a test plants exactly the fault it is about.
 */
export const buildReport = (given: BuildReport = {}): Report => {
  const { agency = '安平市水利局', year = 2023, form = '2021', published = null, problems = [] } = given;
  const tables: Partial<Record<TableId, TableReading>> = {};
  const cells = new Map<CellId, Cell>();
  for (const id of tableIds) {
    const own = given.tables?.[id];
    const table = getTable(own ?? form, id);
    if (!table) continue;
    tables[id] = { form: own ?? form, found: own !== null, place: null };
    for (const { id: name } of cellsOf(table)) cells.set(name, own === null ? absent : zero);
  }
  for (const [id, built] of Object.entries(given.cells ?? {})) {
    if (!Array.isArray(built)) {
      cells.set(id, cell(built as BuiltCell));
      continue;
    }
    const [table, row] = splitRow(id);
    getTable(tables[table]?.form ?? form, table)?.columns.forEach((column, at) => {
      cells.set(cellId(table, row, column.id), cell((built[at] ?? null) as BuiltCell));
    });
  }
  const text = { ...defaultText(year ?? 2023), ...given.sections };
  const sections: readonly Section[] = given.headed
    ? given.headed.map(([id, title, words]) => ({ id, title, place: null, paragraphs: paragraphs(words) }))
    : sectionIds.flatMap((id) => {
        const words = text[id];
        return words === null || words === undefined
          ? []
          : [{ id, title: officialTitle(id), place: null, paragraphs: paragraphs(words) }];
      });
  const preamble = given.preamble ?? [
    `统计期限自${year}年1月1日至${year}年12月31日。如有疑问，请与本机关联系（电话：0000-1234567）。`,
  ];
  return {
    title: `${agency}${year}年政府信息公开工作年度报告`,
    agency,
    year,
    form,
    published,
    tables,
    cells,
    sections,
    preamble: paragraphs(preamble),
    problems,
  };
};

const splitRow = (id: string): readonly [TableId, string] => {
  const table = tableIds.find((name) => id.startsWith(`${name}.`)) ?? 'requests';
  return [table, id.slice(table.length + 1)];
};

const parts = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other'] as const;

/** The cells of a request table and a review table in which every sum holds, from the figures of their parts. */
export const balancedCells = (
  form: FormId,
  part: (row: string, column: string) => number,
): Readonly<Record<CellId, Decimal>> => {
  const cells: Record<CellId, Decimal> = {};
  const set = (row: string, figures: readonly string[]): void => {
    [...figures, sum(figures)].forEach((figure, at) => {
      cells[`requests.${row}.${parts[at] ?? 'total'}`] = figure;
    });
  };
  const totals = new Set(['received', 'concluded']);
  const rows = getTable(form, 'requests')?.rows.map(({ id }) => id) ?? [];
  const figures = (row: string): readonly string[] => parts.map((column) => String(part(row, column)));
  const leaves = rows.filter((row) => !totals.has(row));
  for (const row of leaves) set(row, figures(row));
  const at = (row: string, column: string): Decimal => cells[`requests.${row}.${column}`] ?? '0';
  const outcomes = leaves.filter((row) => row !== 'carriedIn' && row !== 'carriedOut');
  set(
    'concluded',
    parts.map((column) => sum(outcomes.map((row) => at(row, column)))),
  );
  // Received is what is left; what was carried in must not exceed what there was to deal with.
  set(
    'carriedIn',
    parts.map((column) => {
      const all = Number(at('concluded', column)) + Number(at('carriedOut', column));
      return String(Math.min(Number(at('carriedIn', column)), all));
    }),
  );
  set(
    'received',
    parts.map((column) =>
      sum([
        at('concluded', column),
        at('carriedOut', column),
        `-${at('carriedIn', column)}`.replace(/^-0$/, '0'),
      ]),
    ),
  );
  for (const row of ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration']) {
    const results = ['upheld', 'corrected', 'other', 'pending'];
    const values = results.map((column) => String(part(row, column)));
    [...results, 'total'].forEach((column, index) => {
      cells[`reviews.${row}.${column}`] = values[index] ?? sum(values);
    });
  }
  return cells;
};
