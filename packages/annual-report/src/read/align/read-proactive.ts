import type { CellId, FormId, Table, TableId } from '../../form/form.ts';
import { cellId, getTable } from '../../form/forms.ts';
import type { Problem } from '../../problem.ts';
import { problem } from '../../problem.ts';
import type { Cell } from '../../report.ts';
import type { Instance } from './find-instances.ts';
import { startsOf } from './find-instances.ts';
import type { Label } from './labels.ts';
import { blankCell, cellName, makeCell, unreadableCell } from './make-cell.ts';
import { readAcross } from './read-across.ts';
import type { RowReading } from './read-rows.ts';
import { readRows } from './read-rows.ts';
import type { Recovered } from './recover-labels.ts';
import type { TableResult } from './table-result.ts';
import type { Token } from './token.ts';

const smallTables: readonly TableId[] = [
  'proactive.20-1',
  'proactive.20-5',
  'proactive.20-6',
  'proactive.20-8',
  'proactive.20-9',
];

/** The small tables of section 二, one for each item of 条例第二十条. */
export const readProactive = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): readonly TableResult[] => {
  const all = allLabels(instance, recovered);
  const forms = formsOf(all);
  const starts = startsOf(tokens, 'proactive', new Map(all));
  const headed = headedTables(all);
  const present = smallTables.filter(
    (table) => headed.has(table) && starts.some((start) => start.table === table),
  );
  const votes = [...forms.values()];
  const usual: FormId | null =
    votes.length === 0
      ? null
      : votes.filter((form) => form === '2019').length * 2 > votes.length
        ? '2019'
        : '2021';
  const shapes = present.map((id): { table: Table; form: FormId; unclear: boolean } => {
    const form = forms.get(id) ?? usual ?? '2021';
    const table = getTable(form, id) ?? (getTable('2019', id) as Table);
    return { table, form: getTable(form, id) ? form : '2019', unclear: !forms.has(id) && usual === null };
  });
  const columnsOf = new Map(
    shapes.flatMap(({ table }) => table.rows.map((row) => [row.id, headIds(table)] as const)),
  );
  const tableOfRow = new Map(
    shapes.flatMap(({ table }) => table.rows.map((row) => [row.id, table.id] as const)),
  );
  const rows = readRows(
    tokens,
    instance,
    recovered,
    [...columnsOf.keys()],
    (row) => columnsOf.get(row) ?? [],
    (row) => tableOfRow.get(row) ?? null,
  );
  return shapes.map(({ table, form, unclear }) => {
    const start = starts.find((one) => one.table === table.id)?.line ?? 0;
    const place = tokens.find((token) => token.line === start)?.place ?? null;
    const problems: Problem[] = unclear ? [problem('table.formUnclear', place, { table: table.title })] : [];
    const across = acrossOf(tokens, { ...instance, starts }, recovered, table);
    const cells = new Map<CellId, Cell>();
    for (const row of table.rows) {
      const reading = across?.get(row.id) ?? rows.get(row.id);
      if (reading) setRow(cells, problems, table, row.id, reading, unclear);
    }
    return { table: table.id, form, start, cells, problems };
  });
};

/** Heads as `labels.ts` names them: both forms have an `amount`, of different things. */
const headIds = (table: Table): readonly string[] =>
  table.columns.map((column) =>
    column.id === 'amount' ? (table.id === 'proactive.20-8' ? 'amount2021' : 'amount2019') : column.id,
  );

const acrossOf = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
  table: Table,
): ReadonlyMap<string, RowReading> | null => {
  const from = instance.starts.find((start) => start.table === table.id)?.line ?? 0;
  const to = instance.starts.find((start) => start.line > from)?.line ?? Number.POSITIVE_INFINITY;
  let first = instance.from;
  while (first < instance.to && (tokens[first] as Token).line < from) first += 1;
  let last = first;
  while (last < instance.to && (tokens[last] as Token).line < to) last += 1;
  return readAcross(
    tokens,
    { ...instance, from: first, to: last },
    recovered,
    table.rows.map((row) => row.id),
    headIds(table),
  );
};

const setRow = (
  cells: Map<CellId, Cell>,
  problems: Problem[],
  table: Table,
  row: string,
  reading: RowReading,
  unclear: boolean,
): void => {
  const ids = table.columns.map((column) => cellId(table.id, row, column.id));
  const first = 'tokens' in reading ? reading.tokens.find((token) => token?.kind === 'figure') : undefined;
  if (reading.kind === 'astray') {
    for (const id of ids) cells.set(id, unreadableCell('', null));
    if (!problems.some(({ code }) => code === 'table.figuresAstray'))
      problems.push(problem('table.figuresAstray', null, { table: table.title }));
    return;
  }
  if (reading.kind === 'bare' || !first) {
    for (const id of ids) cells.set(id, blankCell(null));
    return;
  }
  if (reading.kind === 'cells' && !unclear) {
    ids.forEach((id, at) => {
      cells.set(id, makeCell(reading.tokens[at] ?? null, reading.labelled ? 'printed' : 'byOrder'));
    });
    return;
  }
  const printed = reading.tokens.filter((token) => token !== null && token.kind === 'figure');
  const raw = printed.map((token) => token?.text).join(' ');
  const only = unclear || printed.length !== 1 ? null : onlyCut(raw, ids.length);
  ids.forEach((id, at) => {
    const value = only?.[at];
    if (value === undefined) cells.set(id, unreadableCell(raw, first.place));
    else cells.set(id, { value, raw, status: 'byOrder', place: first.place });
  });
  if (only === null && reading.tokens.length < ids.length)
    problems.push(problem('cell.fused', first.place, { cell: cellName(ids[0] as CellId) }));
};

/**
 * Digits run together as the figures of a row without any sum: 000 in three columns can only be three zeros,
 * 0068 only 0, 0 and 68, for no number begins with a zero. Null where there is another way, also for fewer
 * cells: empty ones leave no trace.
 */
const onlyCut = (digits: string, count: number): readonly string[] | null => {
  if (count < 2 || !/^\d{1,40}$/.test(digits)) return null;
  const cut = digits.match(/0|[1-9]\d*/g) ?? [];
  // Each zero that begins a number stands for itself, so all but the last must be zeros.
  const sure = cut.slice(0, -1).every((one) => one === '0') && /^[1-9]?\d*$/.test(cut.at(-1) ?? '');
  if (!sure || cut.length !== count) return null;
  return cut;
};

/** Known and damaged labels in reading order. */
const allLabels = (
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): readonly (readonly [number, Label])[] =>
  [
    ...instance.labels,
    ...[...recovered].filter(([, one]) => one.whole).map(([at, one]) => [at, one.label] as const),
  ].toSorted(([left], [right]) => left - right);

/**
 * Tables of whose own some head or band is printed: a line that only names a row (政府集中采购 12) is a
 * sentence beside the tables.
 */
const headedTables = (all: readonly (readonly [number, Label])[]): ReadonlySet<TableId> => {
  const out = new Set<TableId>();
  let open = false;
  let before: TableId | null = null;
  for (const [, label] of all) {
    if (label.role !== 'row') {
      open ||= label.role === 'column' || label.role === 'band';
      if (label.table !== null) out.add(label.table);
      continue;
    }
    if (label.table !== null && (open || label.table === before)) out.add(label.table);
    before = label.table;
    open = false;
  }
  return out;
};

/** Which form each small table follows, by the heads between the row before it and its own first row. */
const formsOf = (all: readonly (readonly [number, Label])[]): ReadonlyMap<TableId, FormId> => {
  const out = new Map<TableId, FormId>();
  const weak = new Set<TableId>();
  let heads: Set<string> = new Set();
  let started = false;
  for (const [, label] of all) {
    // A head that only one table has tells of it wherever it stands (transposed tables print it behind the rows).
    if (label.role === 'column' && label.table !== null && label.form !== null)
      out.set(label.table, label.form);
  }
  for (const [, label] of all) {
    if (label.role === 'column') {
      if (started) heads = new Set();
      started = false;
      heads.add(label.form === null ? label.id : label.form);
    } else if (label.role === 'row' && label.table !== null) {
      started = true;
      if (out.has(label.table)) continue;
      if (label.form === '2019' || heads.has('2019')) out.set(label.table, '2019');
      else if (heads.has('2021')) out.set(label.table, '2021');
      else if (heads.has('decisions')) weak.add(label.table);
    }
  }
  // 处理决定数量 stands in both forms: alone it means 2021, unless the heads beside it may have been lost.
  const sure = [...out.values()];
  const old = sure.filter((form) => form === '2019').length * 2 > sure.length;
  for (const table of weak) if (!out.has(table)) out.set(table, old ? '2019' : '2021');
  return out;
};
