import type { Decimal } from '../../decimal.ts';
import type { CellId, Form, Table } from '../../form/form.ts';
import { cellId, cellsOf } from '../../form/forms.ts';
import type { Line, LineKind, Source, SourceCell } from '../source.ts';

/** Sources for tests: a report's figures laid out in the shapes that readers yield. */

export type Figures = ReadonlyMap<CellId, Decimal>;

/** Figures of a form in which every sum holds, made of any stream of small numbers. */
export const consistentFigures = (form: Form, next: () => number): Figures => {
  const out = new Map<CellId, Decimal>();
  for (const table of form.tables) for (const { id } of cellsOf(table)) out.set(id, String(next()));
  for (const table of form.tables) {
    if (table.id === 'requests') balance(out, table);
    if (table.id === 'requests' || table.id === 'reviews')
      for (const row of table.rows) total(out, table, row.id);
  }
  return out;
};

const number = (figures: ReadonlyMap<CellId, Decimal>, id: CellId): number => Number(figures.get(id));

const balance = (out: Map<CellId, Decimal>, table: Table): void => {
  const ends = new Set(['received', 'carriedIn', 'concluded', 'carriedOut']);
  for (const column of table.columns) {
    const at = (row: string): CellId => cellId('requests', row, column.id);
    const concluded = table.rows
      .filter((row) => !ends.has(row.id))
      .reduce((sum, row) => sum + number(out, at(row.id)), 0);
    out.set(at('concluded'), String(concluded));
    const carriedIn = Math.min(number(out, at('carriedIn')), concluded);
    out.set(at('carriedIn'), String(carriedIn));
    out.set(at('received'), String(concluded + number(out, at('carriedOut')) - carriedIn));
  }
};

const total = (out: Map<CellId, Decimal>, table: Table, row: string): void => {
  const parts = table.columns.filter((column) => column.id !== 'total');
  const sum = parts.reduce((all, column) => all + number(out, cellId(table.id, row, column.id)), 0);
  out.set(cellId(table.id, row, 'total'), String(sum));
};

export interface Piece {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** A line of the given kind; grid pieces stand side by side from `first`. */
export const lineOf = (
  kind: LineKind,
  pieces: readonly (string | Piece)[],
  table = 0,
  row = 0,
  first = 0,
): Line => {
  let column = first;
  const cells = pieces.map((piece, at): SourceCell => {
    const { text, columns = 1, rows = 1 } = typeof piece === 'string' ? { text: piece } : piece;
    const cell: SourceCell = {
      text,
      place: { kind: 'table', table, row, column: column + 1 },
      column: kind === 'grid' ? column : at,
      columnSpan: columns,
      rowSpan: rows,
    };
    column += columns;
    return cell;
  });
  return { kind, cells, table, row };
};

export const sourceOf = (lines: readonly Line[], recognised = false): Source => ({
  format: 'text',
  lines,
  title: null,
  metadata: {},
  embedded: null,
  recognised,
  problems: [],
});

/** What a layout may do to a label before it prints it. */
export type Damage = (label: string) => string;

const last = (label: string): string => label.split('/').at(-1) as string;

/** Rows as label and figures, one list of pieces a row, heads included. */
export const rowsOf = (form: Form, figures: Figures, damage: Damage): readonly (readonly string[])[] =>
  form.tables.flatMap((table) => {
    const print = (row: string): readonly string[] =>
      table.columns.map((column) => figures.get(cellId(table.id, row, column.id)) ?? '');
    if (table.id === 'reviews') {
      const leaves = table.columns.map((column) => damage(column.label));
      return [
        [damage('行政复议'), damage('行政诉讼')],
        [...leaves, damage('未经复议直接起诉'), damage('复议后起诉')],
        [...leaves, ...leaves],
        table.rows.flatMap((row) => print(row.id)),
      ];
    }
    const heads =
      table.id === 'requests'
        ? [
            ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', '申请人情况'],
            ['自然人', '法人或其他组织', '总计'].map(damage),
            table.columns.slice(1, 6).map((column) => damage(column.label)),
          ]
        : [[damage(table.title)], ['信息内容', ...table.columns.map((column) => damage(column.label))]];
    return [...heads, ...table.rows.map((row) => [damage(last(row.label)), ...print(row.id)])];
  });
