import type { CellId, FormId } from '../../form/form.ts';
import { cellId, getTable } from '../../form/forms.ts';
import { applicantColumns } from '../../form/shared-tables.ts';
import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Cell } from '../../report.ts';
import type { Instance } from './find-instances.ts';
import { blankCell, makeCell, unreadableCell } from './make-cell.ts';
import { readAcross } from './read-across.ts';
import type { RowReading } from './read-rows.ts';
import { readRows } from './read-rows.ts';
import type { Recovered } from './recover-labels.ts';
import { settleGuesses } from './settle-guesses.ts';
import { solveRows } from './solve-rows.ts';
import type { TableResult } from './table-result.ts';
import type { Token } from './token.ts';

const columns: readonly string[] = applicantColumns.map((column) => column.id);
const otherRows = ['otherHandling.notCorrected', 'otherHandling.feeUnpaid', 'otherHandling.other'];

const rowsOf = (form: FormId): readonly string[] =>
  (getTable(form, 'requests')?.rows ?? []).map((row) => row.id);

/** Table 三: rows of seven figures. */
export const readRequests = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): TableResult => {
  const problems: Problem[] = [];
  const start = instance.starts[0]?.line ?? 0;
  const place = tokens[instance.from]?.place ?? null;
  const found = formOf(instance, recovered);
  const across = readAcross(tokens, instance, recovered, rowsOf(found ?? '2021'), columns);
  const read = (form: FormId): ReadonlyMap<string, RowReading> =>
    across ?? readRows(tokens, instance, recovered, rowsOf(form), () => columns);
  let form: FormId;
  let rows: ReadonlyMap<string, RowReading>;
  if (found !== null) {
    form = found;
    rows = read(form);
  } else {
    // The rows of 其他处理 have lost their labels: the form whose rows all find their figures.
    const left = read('2019');
    const right = read('2021');
    const filled = (some: ReadonlyMap<string, RowReading>): number =>
      [...some.values()].filter((row) => row.kind === 'cells').length;
    form = rowsOf('2021').length - filled(right) < rowsOf('2019').length - filled(left) ? '2021' : '2019';
    rows = form === '2021' ? right : left;
    if (filled(rows) < rowsOf(form).length)
      problems.push(problem('table.formUnclear', place, { table: getTable(form, 'requests')?.title ?? '' }));
  }
  const cells = new Map<CellId, Cell>();
  for (const [row, reading] of rows) {
    if (reading.kind === 'loose' || reading.kind === 'guess') continue;
    columns.forEach((column, at) => {
      const id = cellId('requests', row, column);
      if (reading.kind === 'bare') cells.set(id, blankCell(null));
      else if (reading.kind === 'astray') cells.set(id, unreadableCell('', null));
      else cells.set(id, makeCell(reading.tokens[at] ?? null, reading.labelled ? 'printed' : 'byOrder'));
    });
  }
  solveRows(form, rows, cells, problems);
  const settled = settleGuesses(form, rows, cells);
  if (!settled || [...rows.values()].some(({ kind }) => kind === 'astray'))
    problems.push(problem('table.figuresAstray', place, { table: getTable(form, 'requests')?.title ?? '' }));
  return { table: 'requests', form, start, cells, problems };
};

/** 其他处理 is one row in the 2019 form, three rows in the 2021 form. */
const formOf = (instance: Instance, recovered: ReadonlyMap<number, Recovered>): FormId | null => {
  const seen = new Set<string>();
  for (const label of instance.labels.values()) if (label.role === 'row') seen.add(label.id);
  for (const { label } of recovered.values()) if (label.role === 'row') seen.add(label.id);
  if (otherRows.some((row) => seen.has(row))) return '2021';
  return seen.has('otherHandling') ? '2019' : null;
};
