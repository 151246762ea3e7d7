import type { CellId, FormId, TableId } from '../../form/form.ts';
import { tableIds } from '../../form/form.ts';
import { cellsOf, getTable } from '../../form/forms.ts';
import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Cell, TableReading } from '../../report.ts';
import type { Source } from '../source.ts';
import type { Alignment } from './alignment.ts';
import type { Instance } from './find-instances.ts';
import { instancesOf } from './find-instances.ts';
import { absentCell, cellProblem } from './make-cell.ts';
import { misnamedRows } from './misnamed-rows.ts';
import { pickInstances } from './pick-instances.ts';
import { readProactive } from './read-proactive.ts';
import { readRequests } from './read-requests.ts';
import { readReviews } from './read-reviews.ts';
import { readTokens } from './read-tokens.ts';
import type { Recovered } from './recover-labels.ts';
import { recoverLabels } from './recover-labels.ts';
import { settleSigns } from './settle-signs.ts';
import { settleWrapped } from './settle-wrapped.ts';
import { tableLines } from './table-lines.ts';
import type { TableResult } from './table-result.ts';
import type { Token } from './token.ts';

/**
 * Finds the statutory tables of one report in a document of any shape, and the value of every cell.
 * A value is given only where its row and column are certain; sums may choose between readings of what
 * is printed, never change it.
 */
export const alignTables = (source: Source): Alignment => {
  const tokens = readTokens(source);
  const { instances, problems } = pickInstances(tokens, instancesOf(tokens), (instance) =>
    readInstance(tokens, instance),
  );
  const results = instances.flatMap(({ results }) => results);
  if (results.length === 0)
    return { form: null, tables: {}, cells: new Map(), lines: new Set(), starts: {}, problems };
  const form = mostOf(results);
  const byTable = new Map(results.map((result) => [result.table, result]));
  const cells = new Map<CellId, Cell>();
  const tables: Partial<Record<TableId, TableReading>> = {};
  const starts: Partial<Record<TableId, number>> = {};
  const all: Problem[] = [...problems];
  for (const id of tableIds) {
    const result = byTable.get(id);
    const own = result !== undefined && id !== 'reviews' ? result.form : form;
    const table = getTable(own, id);
    if (table === undefined) continue;
    tables[id] = {
      form: own,
      found: result !== undefined,
      place: result === undefined ? null : (source.lines[result.start]?.cells[0]?.place ?? null),
    };
    if (result === undefined) all.push(problem('table.absent', null, { table: table.title }));
    else {
      starts[id] = result.start;
      all.push(...result.problems);
    }
    const read =
      result === undefined
        ? new Map<CellId, Cell>()
        : settleWrapped(result.form, id, settleSigns(result.cells));
    for (const { id: cell } of cellsOf(table)) {
      const value = statusOf(read.get(cell) ?? absentCell, source.recognised);
      cells.set(cell, value);
      const trouble = cellProblem(cell, value);
      if (trouble && !coveredByRow(all, value)) all.push(trouble);
    }
    if (result !== undefined) all.push(...missingRows(table, read));
  }
  return {
    form,
    tables,
    cells,
    lines: tableLines(
      tokens,
      instances.map((one) => one.instance),
    ),
    starts,
    problems: all,
  };
};

const readInstance = (tokens: readonly Token[], instance: Instance): readonly TableResult[] => {
  const recovered = recoverLabels(tokens, instance);
  const [first, ...rest] = readPart(tokens, instance, recovered);
  if (first === undefined) return [];
  return [{ ...first, problems: [...misnamedRows(tokens, instance, recovered), ...first.problems] }, ...rest];
};

const readPart = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): readonly TableResult[] => {
  if (instance.part === 'proactive') return readProactive(tokens, instance, recovered);
  if (instance.part === 'requests') return [readRequests(tokens, instance, recovered)];
  return [readReviews(tokens, instance, recovered)];
};

/** The form of most tables; table 四 is the same in both and has no say. */
const mostOf = (results: readonly TableResult[]): FormId => {
  const voters = results.filter((result) => result.table !== 'reviews');
  const old = voters.filter((result) => result.form === '2019').length;
  return old * 2 > voters.length ? '2019' : '2021';
};

const statusOf = (cell: Cell, recognised: boolean): Cell =>
  recognised && cell.status === 'printed' && cell.value !== null ? { ...cell, status: 'recognised' } : cell;

/** A row that can't be read has one problem of its own; its cells need none each. */
const coveredByRow = (problems: readonly Problem[], cell: Cell): boolean =>
  cell.status === 'unreadable' &&
  problems.some(
    (one) =>
      one.place !== null &&
      one.place === cell.place &&
      (one.code === 'cell.fused' || one.code === 'table.surplusFigure'),
  );

const missingRows = (
  table: NonNullable<ReturnType<typeof getTable>>,
  read: ReadonlyMap<CellId, Cell>,
): readonly Problem[] =>
  table.id === 'reviews'
    ? []
    : table.rows
        .filter((row) => table.columns.every((column) => !read.has(`${table.id}.${row.id}.${column.id}`)))
        .map((row) =>
          problem('table.rowAbsent', null, { table: table.title, row: row.label.split('/').at(-1) ?? '' }),
        );
