import type { Figure, FigureRow, HeadCell, Laid, LaidLabel, LaidRow, LaidTable } from '../laid.ts';
import type { Random } from '../random.ts';

export interface DamageContext {
  readonly random: Random;
  /** Another report, for files that hold two. */
  readonly other: () => Laid;
  /** Whether the file will have true tables, in which columns are certain. */
  readonly grid?: boolean;
  /** Whether the rows will have no labels, so that only their order tells them. */
  readonly unlabelled?: boolean;
}

/** One way in which a published report differs from the clean form. Pure; null where it cannot be done to this report. */
export interface Damage {
  readonly name: string;
  readonly apply: (laid: Laid, context: DamageContext) => Laid | null;
}

export const mapTables = (laid: Laid, change: (table: LaidTable) => LaidTable): Laid => ({
  ...laid,
  blocks: laid.blocks.map((block) => (block.kind === 'table' ? change(block) : block)),
});

export const mapRows = (laid: Laid, change: (row: LaidRow, table: LaidTable) => readonly LaidRow[]): Laid =>
  mapTables(laid, (table) => ({ ...table, rows: table.rows.flatMap((row) => change(row, table)) }));

export type LabelRole = 'band' | 'head' | 'group' | 'label';

/** Changes the words of the tables. A group's words are changed once for all rows that share them. */
export const mapLabels = (laid: Laid, change: (text: string, role: LabelRole, key: string) => string): Laid =>
  mapTables(laid, (table) => {
    const groups = new Map<string, string>();
    const group = ({ key, text }: LaidLabel): LaidLabel => {
      if (!groups.has(key)) groups.set(key, change(text, 'group', key));
      return { key, text: groups.get(key)! };
    };
    return {
      ...table,
      rows: table.rows.map((row): LaidRow => {
        if (row.kind === 'band') return { ...row, text: change(row.text, 'band', row.table) };
        if (row.kind === 'head')
          return {
            ...row,
            cells: row.cells.map(
              (cell): HeadCell => ({ ...cell, text: change(cell.text, 'head', cell.key) }),
            ),
          };
        if (row.kind === 'break') return row;
        return {
          ...row,
          groups: row.groups.map(group),
          label:
            row.label === null
              ? null
              : { ...row.label, text: change(row.label.text, 'label', row.label.key) },
        };
      }),
    };
  });

export const mapFigures = (laid: Laid, change: (figure: Figure, row: FigureRow) => Figure): Laid =>
  mapRows(laid, (row) => [
    row.kind === 'figures' ? { ...row, figures: row.figures.map((figure) => change(figure, row)) } : row,
  ]);

/** Does it, and says whether anything changed. */
export const ifChanged = (before: Laid, after: Laid): Laid | null =>
  JSON.stringify(before.blocks) === JSON.stringify(after.blocks) ? null : after;
