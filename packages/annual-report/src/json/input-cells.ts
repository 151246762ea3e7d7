import type { Decimal } from '../decimal.ts';
import { tableIds } from '../form/form.ts';
import { cellsOf, getTable } from '../form/forms.ts';
import type { Cell, Report } from '../report.ts';
import type { ReportInput } from './report-input-schema.ts';

type CellInput = NonNullable<ReportInput['cells']>[string];

/** Every cell of each table's own form; those not given are blank, or absent where the table was not found. */
export const cellsOfInput = (input: ReportInput, tables: Report['tables']): Report['cells'] => {
  const given = input.cells ?? {};
  const entries = tableIds.flatMap((id) => {
    const reading = tables[id];
    const table = reading && getTable(reading.form, id);
    if (!table) return [];
    return cellsOf(table).map((cell): readonly [string, Cell] => [
      cell.id,
      cellOf(Object.hasOwn(given, cell.id) ? given[cell.id] : undefined, reading.found),
    ]);
  });
  return new Map(entries);
};

/** Statuses that cannot go with a number: where someone has filled one in, it is printed now. */
const withoutValue: ReadonlySet<string | undefined> = new Set(['blank', 'absent', 'unreadable', undefined]);

const cellOf = (input: CellInput | undefined, found: boolean): Cell => {
  if (typeof input === 'string') return { value: input, raw: input, status: 'printed', place: null };
  const { value = null, unit, raw, status, place = null, remark, by } = input ?? {};
  const rest = {
    ...(unit !== undefined && { unit }),
    ...(remark !== undefined && { remark }),
    ...(by !== undefined && { by }),
  };
  if (value !== null && withoutValue.has(status)) {
    const text = raw === undefined || status !== undefined ? compose(value, unit, remark) : raw;
    return { value, raw: text, status: 'printed', place, ...rest };
  }
  if (value !== null)
    return { value, raw: raw ?? compose(value, unit, remark), status: status!, place, ...rest };
  const text = raw ?? remark ?? '';
  const empty = found ? 'blank' : 'absent';
  return { value, raw: text, status: status ?? (text.trim() ? 'printed' : empty), place, ...rest };
};

/** The text of a cell of which only the parts are known: 323.6万元, 22（其中修订16件）. */
export const compose = (value: Decimal, unit = '', remark = ''): string =>
  value + unit + (remark && `（${remark}）`);
