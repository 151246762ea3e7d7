import { type Decimal, sum } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import { applicantColumns } from '../../form/shared-tables.ts';
import {
  type Change,
  correction,
  currentOf,
  deltaFor,
  type Hypothesis,
  healedBy,
  possible,
  type System,
} from './explain.ts';

/** Rows of table 三 that stand in a relation of their own; a wrong row of results could be any of twenty. */
const rows = ['received', 'carriedIn', 'concluded', 'carriedOut'] as const;

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

/**
 * One row of table 三 that is wrong in several columns: 四、结转 left at 0 throughout, or （七）总计 filled with what
 * was received instead of what was concluded. Each row that would heal every one of `failing` is listed; rows
 * that are not filled in at all come first.
 */
export const explainByRows = (system: System, failing: readonly string[]): readonly Hypothesis[] => {
  if (failing.length < 3) return [];
  const isEmpty = ({ cell }: Change): boolean => currentOf(system, cell) === '0';
  return rows
    .flatMap((row) => {
      const changes = applicantColumns.flatMap(
        ({ id }) => columnChange(system, `requests.${row}.${id}`) ?? [],
      );
      if (changes.length < 2 || !changes.every((change) => possible(system, change))) return [];
      const heals = healedBy(system, changes);
      if (heals?.length !== failing.length || !failing.every((id) => heals.includes(id))) return [];
      // A row whose columns only exchange amounts fits by coincidence; a forgotten or doubled row changes its sum.
      if (sum(changes.map(({ delta }) => delta)) === '0') return [];
      return [{ changes, heals, unfilled: changes.every(isEmpty) }];
    })
    .sort((a, b) => Number(b.unfilled) - Number(a.unfilled))
    .map(
      ({ changes, heals }): Hypothesis => ({
        kind: 'row',
        corrections: changes.map((change) => correction(system, change)),
        heals,
      }),
    );
};
