import { tableIds } from '../../form/form.ts';
import { forms } from '../../form/forms.ts';
import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Instance } from './find-instances.ts';
import type { Label } from './labels.ts';
import type { Recovered } from './recover-labels.ts';
import type { Token } from './token.ts';

/** The row's own words on the form, without the groups before it. */
const printedName = (label: Label): string => {
  for (const form of [...forms].reverse()) {
    if (label.form !== null && label.form !== form.id) continue;
    for (const table of tableIds) {
      if (label.table !== null && label.table !== table) continue;
      const rows = form.tables.find(({ id }) => id === table)?.rows ?? [];
      const row = table.startsWith(label.part) ? rows.find(({ id }) => id === label.id) : undefined;
      if (row) return row.label.split('/').at(-1) ?? row.label;
    }
  }
  return '';
};

/** Row labels that are neither the form's words nor one of their usual variants: characters missing, doubled or wrong. */
export const misnamedRows = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): readonly Problem[] =>
  [...recovered].flatMap(([at, { label, whole }]) => {
    const token = tokens[at];
    if (!whole || label.role !== 'row' || label.part !== instance.part || !token) return [];
    const row = printedName(label);
    return row === '' ? [] : [problem('row.misnamed', token.place, { printed: token.text, row })];
  });
