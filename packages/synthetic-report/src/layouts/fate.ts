import { getTable } from '../../../annual-report/src/form/forms.ts';
import { cellStatuses } from '../../../annual-report/src/report.ts';
import type { Figure, FigureRow, Laid } from '../laid.ts';
import type { CellTruth, Fate } from '../truth.ts';

export const figureRows = (laid: Laid): readonly FigureRow[] =>
  laid.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.filter((row) => row.kind === 'figures') : [],
  );

const isBlank = (text: string): boolean => text.trim() === '';

/** Builds a fate from what happens to each row of figures. */
export const fateOfRows = (
  laid: Laid,
  change: (row: FigureRow) => ((blank: boolean) => Partial<CellTruth>) | null,
): Fate => {
  // By the figure itself, not by its id: two reports in one file share all ids.
  const changes = new Map<Figure, Partial<CellTruth>>();
  for (const row of figureRows(laid)) {
    const changed = change(row);
    if (changed === null) continue;
    for (const figure of row.figures)
      if (figure.id !== null) changes.set(figure, changed(isBlank(figure.text)));
  }
  return (_, figure) => changes.get(figure) ?? null;
};

/**
 * Blank cells leave no trace. A row without blanks is untouched; an empty row can be told to be empty,
 * though not from absent; of a row with some blanks nobody knows which column a figure belongs to,
 * unless the sums tell.
 */
export const blanksVanish = (laid: Laid): Fate =>
  fateOfRows(laid, (row) => {
    const blanks = row.figures.filter((figure) => isBlank(figure.text)).length;
    if (blanks === 0) return null;
    return (blank) =>
      blank
        ? { statuses: ['blank', 'absent', 'unreadable'] }
        : {
            statuses: cellStatuses,
            recoverable: false,
          };
  });

/** Figures whose labels are gone: the order tells them, as long as exactly the form's rows are there. */
export const byOrderOnly = (laid: Laid, table: FigureRow['table']): Fate => {
  const whole = laid.blocks.every((block) => {
    if (block.kind !== 'table' || block.name !== table) return true;
    const form = laid.reports[block.report]!.forms[table];
    const rows = block.rows.filter((row) => row.kind === 'figures');
    const heads = block.rows.filter((row) => row.kind === 'head').length;
    return (
      form !== undefined &&
      heads === 3 &&
      rows.length === getTable(form, table)!.rows.length &&
      rows.every(({ row, figures }) => row !== null && figures.every(({ text }) => !isBlank(text)))
    );
  });
  return fateOfRows(laid, (row) =>
    row.table === table
      ? (blank) =>
          blank
            ? { statuses: whole ? ['blank', 'absent', 'unreadable'] : cellStatuses }
            : {
                statuses: whole ? ['printed', 'byOrder', 'byArithmetic', 'solved'] : cellStatuses,
                ...(whole ? {} : { recoverable: false }),
              }
      : null,
  );
};
