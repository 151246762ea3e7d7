import type { CellId, FormId } from '../../form/form.ts';
import { cellId } from '../../form/forms.ts';
import { applicantColumns } from '../../form/shared-tables.ts';
import type { Cell } from '../../report.ts';
import { unreadableCell } from './make-cell.ts';
import type { RowReading } from './read-rows.ts';
import { solveColumns } from './solve-columns.ts';
import type { Token } from './token.ts';

const columns: readonly string[] = applicantColumns.map((column) => column.id);

/**
 * Rows of table 三 whose figures stand apart from their labels are read if with them every row's and every
 * column's sum holds; otherwise they are unreadable.
 *
 * @returns false where there are such rows and they stay unread
 */
export const settleGuesses = (
  form: FormId,
  rows: ReadonlyMap<string, RowReading>,
  cells: Map<CellId, Cell>,
): boolean => {
  const guesses = [...rows].flatMap(([row, reading]) =>
    reading.kind === 'guess' ? [{ row, tokens: reading.tokens, values: valuesOf(reading.tokens) }] : [],
  );
  if (guesses.length === 0) return true;
  const whole = guesses.every(({ values }) => values !== null);
  const choices = new Map(guesses.map(({ row, values }) => [row, values === null ? [] : [values]] as const));
  const held = whole && solveColumns(form, cells, choices).kind === 'one';
  for (const { row, tokens, values } of guesses) {
    const by = [`requests.row.${row}`, ...columns.map((column) => `requests.outcomes.${column}`)];
    columns.forEach((column, at) => {
      const { text, place } = tokens[at] as Token;
      const value = String(values?.[at]);
      cells.set(
        cellId('requests', row, column),
        held ? { value, raw: text, status: 'byOrder', place, by } : unreadableCell('', null),
      );
    });
  }
  return held;
};

/** The seven numbers of a row, if the last one is the others' sum; null where they are not. */
const valuesOf = (tokens: readonly Token[]): readonly number[] | null => {
  const values = tokens.map(({ figure }) =>
    figure?.kind === 'number' && /^\d{1,9}$/.test(figure.value) ? Number(figure.value) : Number.NaN,
  );
  const sum = values.slice(0, -1).reduce((all, one) => all + one, 0);
  return values.length === columns.length && sum === values.at(-1) ? values : null;
};
