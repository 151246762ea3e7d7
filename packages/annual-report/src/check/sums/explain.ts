import { compare, type Decimal, negate, subtract, sum } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import type { Relation, RelationKind } from '../../form/relations.ts';
import type { Report } from '../../report.ts';
import type { Correction } from '../rule.ts';
import { type CheckedRelation, countsAs } from './check-relation.ts';

/** A set of corrections and the failing relations that hold once they are made. It breaks none that hold. */
export interface Hypothesis {
  readonly kind: 'single' | 'pair' | 'swap' | 'totals' | 'row' | 'moved';
  readonly corrections: readonly Correction[];
  readonly heals: readonly string[];
}

/** The checkable relations of one table with their residuals (left − right), and which cell is in which. */
export interface System {
  readonly report: Report;
  readonly residual: ReadonlyMap<string, Decimal>;
  readonly relations: ReadonlyMap<string, Relation>;
  /** For each cell: the relations that it is in, and on which side (+1 left, −1 right). */
  readonly of: ReadonlyMap<CellId, readonly (readonly [relation: string, side: 1 | -1])[]>;
}

export const systemOf = (report: Report, checked: readonly CheckedRelation[]): System => {
  const residual = new Map<string, Decimal>();
  const relations = new Map<string, Relation>();
  const of = new Map<CellId, (readonly [string, 1 | -1])[]>();
  for (const { relation, state, left, right } of checked) {
    // A relation that gave a value, or that nobody can try, is evidence for nothing.
    if (state === 'unknown' || state === 'assumed') continue;
    residual.set(relation.id, left === right ? '0' : subtract(left, right));
    relations.set(relation.id, relation);
    for (const [cells, side] of [[relation.left, 1] as const, [relation.right, -1] as const])
      for (const cell of cells) {
        const list = of.get(cell);
        if (list) list.push([relation.id, side]);
        else of.set(cell, [[relation.id, side]]);
      }
  }
  return { report, residual, relations, of };
};

/** An amount added to one cell. */
export interface Change {
  readonly cell: CellId;
  readonly delta: Decimal;
}

export const currentOf = (system: System, cell: CellId): Decimal =>
  countsAs(system.report.cells.get(cell)) ?? '0';

export const changed = (system: System, { cell, delta }: Change): Decimal =>
  sum([currentOf(system, cell), delta]);

export const correction = (system: System, change: Change): Correction => ({
  cell: change.cell,
  found: system.report.cells.get(change.cell)?.value ?? null,
  value: changed(system, change),
});

/** What the changes leave of the relations they touch. */
const residualsAfter = (system: System, changes: readonly Change[]): Map<string, Decimal> => {
  const after = new Map<string, Decimal>();
  for (const { cell, delta } of changes)
    for (const [id, side] of system.of.get(cell) ?? []) {
      const before = after.get(id) ?? system.residual.get(id) ?? '0';
      after.set(id, sum([before, side === 1 ? delta : negate(delta)]));
    }
  return after;
};

/** The failing relations healed, or null where the changes leave or make any failure among those they touch. */
export const healedBy = (system: System, changes: readonly Change[]): readonly string[] | null => {
  const healed: string[] = [];
  for (const [id, residual] of residualsAfter(system, changes)) {
    if (residual !== '0') return null;
    if (system.residual.get(id) !== '0') healed.push(id);
  }
  return healed.length > 0 ? healed : null;
};

export const deltaFor = (residual: Decimal, side: 1 | -1): Decimal =>
  side === 1 ? negate(residual) : residual;

/** A count is never negative, so no value below 0 is ever proposed. */
export const possible = (system: System, change: Change): boolean =>
  change.delta !== '0' && compare(changed(system, change), '0') >= 0;

/** The changes of one cell that heal at least one of the failing relations it is in. */
const changesOf = (system: System, cell: CellId): readonly Change[] => {
  const deltas = new Set<Decimal>();
  for (const [id, side] of system.of.get(cell) ?? []) {
    const residual = system.residual.get(id) ?? '0';
    if (residual !== '0') deltas.add(deltaFor(residual, side));
  }
  return [...deltas].map((delta) => ({ cell, delta })).filter((change) => possible(system, change));
};

const cellsIn = (system: System, relations: Iterable<string>): ReadonlySet<CellId> => {
  const cells = new Set<CellId>();
  for (const id of relations) {
    const relation = system.relations.get(id);
    for (const cell of relation?.left ?? []) cells.add(cell);
    for (const cell of relation?.right ?? []) cells.add(cell);
  }
  return cells;
};

/** Every single cell whose one corrected value heals all failures it is in and breaks nothing that holds. */
export const explainBySingles = (system: System, failing: readonly string[]): readonly Hypothesis[] =>
  [...cellsIn(system, failing)].flatMap((cell) =>
    changesOf(system, cell).flatMap((change): readonly Hypothesis[] => {
      const heals = healedBy(system, [change]);
      return heals ? [{ kind: 'single', corrections: [correction(system, change)], heals }] : [];
    }),
  );

/** Fills the totals that print 0 or nothing from their parts, for the kinds of relation given. */
const fillTotals = (system: System, kinds: ReadonlySet<RelationKind>): readonly Change[] => {
  const filled = new Map<CellId, Decimal>();
  const now = (cell: CellId): Decimal => sum([currentOf(system, cell), filled.get(cell) ?? '0']);
  // Rows of parts first, then the row of totals, so that the corner sees its parts filled.
  const ordered = [...system.relations.values()]
    .filter(({ kind }) => kinds.has(kind))
    .sort((a, b) => Number(a.kind === 'outcomes') - Number(b.kind === 'outcomes'));
  for (const { left, right } of ordered) {
    const [total] = left;
    if (total === undefined || now(total) !== '0') continue;
    const parts = sum(right.map(now));
    if (compare(parts, '0') > 0) filled.set(total, parts);
  }
  return [...filled].map(([cell, delta]) => ({ cell, delta }));
};

const totalKinds: readonly ReadonlySet<RelationKind>[] = [
  new Set(['row', 'outcomes']),
  new Set(['row']),
  new Set(['outcomes']),
];

/**
 * Totals (the column 总计, the row （七）, or both) that print 0 or nothing beside parts that do not add up
 * to 0: somebody filled the parts in and left the totals. All of them are filled together.
 */
export const explainByTotals = (system: System): readonly Hypothesis[] => {
  for (const kinds of totalKinds) {
    const changes = fillTotals(system, kinds);
    const heals = changes.length < 2 ? null : healedBy(system, changes);
    if (heals)
      return [{ kind: 'totals', corrections: changes.map((change) => correction(system, change)), heals }];
  }
  return [];
};

const isSwap = (system: System, one: Change, other: Change): boolean =>
  changed(system, one) === currentOf(system, other.cell) &&
  changed(system, other) === currentOf(system, one.cell);

/** Whether `other` settles everything that the first change left open; compares only, since this is tried for every pair. */
const settles = (system: System, after: ReadonlyMap<string, Decimal>, other: Change): boolean => {
  const touched = system.of.get(other.cell) ?? [];
  for (const [id, side] of touched)
    if (deltaFor(after.get(id) ?? system.residual.get(id) ?? '0', side) !== other.delta) return false;
  for (const [id, residual] of after)
    if (residual !== '0' && !touched.some(([own]) => own === id)) return false;
  return true;
};

const rowOf = (cell: CellId): string => cell.slice(0, cell.lastIndexOf('.'));

/**
 * Pairs of cells that together heal every one of `failing`: two figures of one row exchanged (or one that
 * slipped into the neighbouring column), a part and the total of its row both missing the same number,
 * or two independent slips. Swaps exclude the rest: they need no coincidence.
 */
export const explainByPairs = (system: System, failing: readonly string[]): readonly Hypothesis[] => {
  const wanted = new Set(failing);
  const found = new Map<string, Hypothesis>();
  for (const cell of cellsIn(system, failing))
    for (const one of changesOf(system, cell)) {
      const after = residualsAfter(system, [one]);
      const open =
        [...wanted].find((id) => !after.has(id)) ?? [...after].find(([, left]) => left !== '0')?.[0];
      const relation = open === undefined ? undefined : system.relations.get(open);
      if (open === undefined || !relation) continue;
      const residual = after.get(open) ?? system.residual.get(open) ?? '0';
      for (const [cells, side] of [[relation.left, 1] as const, [relation.right, -1] as const])
        for (const second of cells) {
          const other = { cell: second, delta: deltaFor(residual, side) };
          if (second === cell || !settles(system, after, other)) continue;
          const key = [cell, second].sort().join(' ');
          if (found.has(key) || !possible(system, other)) continue;
          const heals = healedBy(system, [one, other]);
          // As many healed is not the same ones: a pair may heal what another cause already explains.
          if (heals?.length !== wanted.size || !heals.every((id) => wanted.has(id))) continue;
          const kind = isSwap(system, one, other) ? 'swap' : 'pair';
          // Moving an amount between two columns of a row fits every row: only an exact exchange is a cause.
          if (kind === 'pair' && rowOf(cell) === rowOf(second) && one.delta === negate(other.delta)) continue;
          found.set(key, {
            kind,
            corrections: [correction(system, one), correction(system, other)],
            heals,
          });
        }
    }
  const all = [...found.values()];
  const swaps = all.filter(({ kind }) => kind === 'swap');
  return swaps.length > 0 ? swaps : all;
};
