import type { BreakRow, Figure, FigureRow, LaidRow, LaidTable } from './laid.ts';

/** A cell of the drawn table; merged cells stand once, at their anchor. */
export interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly role: 'band' | 'head' | 'group' | 'label' | 'figure';
  readonly figure?: Figure;
}

export interface GridRow {
  readonly source: LaidRow;
  readonly cells: readonly GridCell[];
}

/** The part of a table on one page. */
export interface GridPart {
  readonly name: LaidTable['name'];
  readonly width: number;
  readonly rows: readonly GridRow[];
  /** What ended this part; null for the last one. */
  readonly end: BreakRow | null;
}

const labelColumns: Readonly<Record<LaidTable['name'], number>> = { proactive: 1, requests: 3, reviews: 0 };

const figureRow = (table: LaidTable, rows: readonly LaidRow[], at: number): readonly GridCell[] => {
  const row = rows[at] as FigureRow;
  const cells: GridCell[] = [];
  const labels = table.labelColumns ?? labelColumns[table.name];
  row.groups.forEach((group, level) => {
    const same = (other: LaidRow | undefined): boolean =>
      other?.kind === 'figures' &&
      other.groups.slice(0, level + 1).every((g, i) => g.key === row.groups[i]?.key) &&
      other.groups.length > level;
    if (same(rows[at - 1])) return;
    let span = 1;
    while (same(rows[at + span])) span++;
    cells.push({ text: group.text, column: level, columnSpan: 1, rowSpan: span, role: 'group' });
  });
  const first = row.groups.length;
  if (row.label !== null)
    cells.push({
      text: row.label.text,
      column: first,
      columnSpan: Math.max(1, labels - first),
      rowSpan: 1,
      role: 'label',
    });
  let column = row.label === null ? first : Math.max(labels, first + 1);
  for (const figure of row.figures) {
    cells.push({ text: figure.text, column, columnSpan: figure.span, rowSpan: 1, role: 'figure', figure });
    column += figure.span;
  }
  return cells;
};

const draw = (table: LaidTable, rows: readonly LaidRow[]): readonly GridRow[] =>
  rows.map((row, at) => {
    if (row.kind === 'band')
      return {
        source: row,
        cells: [{ text: row.text, column: 0, columnSpan: table.width, rowSpan: 1, role: 'band' }],
      };
    if (row.kind === 'head') {
      // Where a row of the head is missing, a cell over all of them must not reach into the figures.
      let rest = 1;
      while (rows[at + rest]?.kind === 'head') rest++;
      return {
        source: row,
        cells: row.cells.map(
          (cell): GridCell => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rest), role: 'head' }),
        ),
      };
    }
    return { source: row, cells: figureRow(table, rows, at) };
  });

/** The table as drawn, cut at its page breaks; a group that is cut goes on, its label repeated or empty. */
export const gridParts = (table: LaidTable): readonly GridPart[] => {
  const parts: GridPart[] = [];
  let rows: LaidRow[] = [];
  const heads = table.rows.filter((row) => row.kind === 'head');
  for (const row of table.rows) {
    if (row.kind !== 'break') {
      rows.push(row);
      continue;
    }
    parts.push({ name: table.name, width: table.width, rows: draw(table, rows), end: row });
    rows = row.repeatHead && table.name !== 'proactive' ? [...heads] : [];
  }
  parts.push({ name: table.name, width: table.width, rows: draw(table, rows), end: null });
  return parts;
};
