import { type Decimal, sum } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import { applicantColumns } from '../../form/shared-tables.ts';
import {
  type Change,
  changed,
  correction,
  currentOf,
  deltaFor,
  type Hypothesis,
  healedBy,
  possible,
  type System,
} from './explain.ts';

/** More ways than this are no explanation: a missing number could belong to any of twenty rows of results. */
const mostRows = 4;

/** What one cell must change by so that every failing relation of its column holds; null where they disagree. */
const columnChange = (system: System, cell: CellId): Change | null => {
  const deltas = new Set<Decimal>();
  for (const [id, side] of system.of.get(cell) ?? []) {
    const relation = system.relations.get(id);
    const residual = system.residual.get(id) ?? '0';
    if (relation?.kind !== 'row' && residual !== '0') deltas.add(deltaFor(residual, side));
  }
  const [delta] = deltas;
  return deltas.size === 1 && delta !== undefined ? { cell, delta } : null;
};

/** Whether the corrected figures are the same figures in other columns. */
const isMoved = (system: System, changes: readonly Change[]): boolean => {
  const before = changes.map(({ cell }) => currentOf(system, cell)).sort();
  const after = changes.map((change) => changed(system, change)).sort();
  return before.join(' ') === after.join(' ');
};

const rowsIn = (system: System): readonly string[] => [
  ...new Set([...system.of.keys()].map((cell) => cell.slice(0, cell.lastIndexOf('.')))),
];

/**
 * One row of table 三 that is wrong in several columns: 四、结转 left at 0 throughout, （七）总计 filled with what was
 * received instead of what was concluded, a row repeated from the one above or moved by a column. Each row that
 * would heal every one of `failing` is listed, rows that are not filled in at all first; a row that only has to be
 * moved excludes the others, because it needs no coincidence.
 */
export const explainByRows = (system: System, failing: readonly string[]): readonly Hypothesis[] => {
  if (failing.length < 3) return [];
  const isEmpty = ({ cell }: Change): boolean => currentOf(system, cell) === '0';
  const found = rowsIn(system).flatMap((row) => {
    const changes = applicantColumns.flatMap(({ id }) => columnChange(system, `${row}.${id}`) ?? []);
    if (changes.length < 2 || !changes.every((change) => possible(system, change))) return [];
    const heals = healedBy(system, changes);
    if (heals?.length !== failing.length || !failing.every((id) => heals.includes(id))) return [];
    // Two exchanged figures are a pair, which small numbers often make by chance; a row that moved changes more.
    const moved = changes.length > 2 && isMoved(system, changes);
    // A row whose columns merely exchange amounts fits by coincidence; a forgotten or repeated row changes its sum.
    if (!moved && sum(changes.map(({ delta }) => delta)) === '0') return [];
    const kind = moved ? ('moved' as const) : ('row' as const);
    const corrections = changes.map((change) => correction(system, change));
    return [{ kind, corrections, heals, unfilled: changes.every(isEmpty) }];
  });
  const moved = found.filter(({ kind }) => kind === 'moved');
  const told = moved.length > 0 ? moved : found;
  return told.length > mostRows
    ? []
    : told.toSorted((a, b) => Number(b.unfilled) - Number(a.unfilled)).map(({ unfilled, ...one }) => one);
};
