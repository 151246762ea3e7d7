import type { FormId, TableId } from './form.ts';
import { getForm } from './forms.ts';
import { type PrintedTable, printedTables } from './printed-table.ts';

/** The tables of an empty form, as the State Council General Office printed them. */
export const printedForm = (form: FormId): readonly PrintedTable[] =>
  printedTables(
    Object.fromEntries(getForm(form).tables.map((table) => [table.id, form])) as Partial<
      Record<TableId, FormId>
    >,
  );
