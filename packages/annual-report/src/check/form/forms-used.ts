import { type FormId, type TableId, tableIds } from '../../form/form.ts';
import type { Report } from '../../report.ts';

/** The tables found, by the form each follows. Table 四 is the same in both forms and tells nothing. */
export const formsUsed = (report: Report): ReadonlyMap<FormId, readonly TableId[]> => {
  const used = new Map<FormId, TableId[]>();
  for (const id of tableIds) {
    const reading = report.tables[id];
    if (!reading?.found || id === 'reviews') continue;
    const list = used.get(reading.form);
    if (list) list.push(id);
    else used.set(reading.form, [id]);
  }
  return used;
};
