import { type FormId, type TableId, tableIds } from '../form/form.ts';
import { cellIndex, findCell, getTable, prescribedForm } from '../form/forms.ts';
import { ReadError } from '../problem.ts';
import type { Report, TableReading } from '../report.ts';
import type { ReportInput } from './report-input-schema.ts';

/** Which tables the report has, and on which form: as said, else as the cells given tell, else as prescribed for the year. */
export const tablesOfInput = (input: ReportInput): Report['tables'] => {
  const cells = new Map<TableId, string[]>();
  for (const id of Object.keys(input.cells ?? {})) {
    const table = findCell(id)!.table.id;
    cells.set(table, [...(cells.get(table) ?? []), id]);
  }
  const usual = input.form ?? prescribedForm(input.year ?? Number.POSITIVE_INFINITY);
  const entries = tableIds.flatMap((table): readonly [TableId, TableReading][] => {
    const said = input.tables?.[table];
    const given = cells.get(table) ?? [];
    if (said === undefined && given.length === 0 && (input.tables || !getTable(usual, table))) return [];
    const form = said?.form ?? formOf(given, usual);
    const strange = given.filter((id) => !cellIndex(form).has(id));
    if (strange.length > 0) throw new ReadError('json.wrongForm', { cells: strange.join('、'), form });
    return [[table, { form, found: said?.found ?? true, place: said?.place ?? null }]];
  });
  return Object.fromEntries(entries);
};

const formOf = (cells: readonly string[], usual: FormId): FormId => {
  const other: FormId = usual === '2021' ? '2019' : '2021';
  const fits = (form: FormId): boolean => cells.every((id) => cellIndex(form).has(id));
  return !fits(usual) && fits(other) ? other : usual;
};

/** Null where there is no table; the newer form where both are as common. */
export const mostCommonForm = (tables: Report['tables']): FormId | null => {
  const forms = Object.values(tables).map((table) => table.form);
  if (forms.length === 0) return null;
  return forms.filter((form) => form === '2019').length * 2 > forms.length ? '2019' : '2021';
};
