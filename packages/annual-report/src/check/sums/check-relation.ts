import { type Decimal, sum } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import type { Relation } from '../../form/relations.ts';
import type { Cell, Report } from '../../report.ts';

/**
 * - `holds`, `fails`: both sides are known.
 * - `assumed`: both sides agree, but the reader used this very relation to get one of the values.
 * - `unknown`: a figure is missing or cannot be read, or nothing of the relation is printed at all.
 */
export type RelationState = 'holds' | 'fails' | 'assumed' | 'unknown';

export interface CheckedRelation {
  readonly relation: Relation;
  readonly state: RelationState;
  readonly left: Decimal;
  readonly right: Decimal;
  /** Whether blanks (or marks such as `\` and 无) were counted as 0. */
  readonly blanks: boolean;
}

/** Marks that people print for "none": -, —, /, \, 无. Words such as 减 are not among them. */
export const isNoneMark = (raw: string): boolean => /^[-‐-―−－/／\\＼|·•无零]+$/u.test(raw);

/** The figure that a cell counts for in a sum; undefined where nobody can say. */
export const countsAs = (cell: Cell | undefined): Decimal | undefined => {
  if (!cell) return undefined;
  if (cell.value !== null) return cell.value;
  if (cell.status === 'blank') return '0';
  return cell.status === 'printed' && isNoneMark(cell.raw) ? '0' : undefined;
};

const unknown = (relation: Relation): CheckedRelation => ({
  relation,
  state: 'unknown',
  left: '0',
  right: '0',
  blanks: false,
});

/** Tries one relation on a report. A blank counts as 0 only beside at least one printed figure: a wholly blank row says nothing. */
export const checkRelation = (report: Report, relation: Relation): CheckedRelation => {
  let blanks = false;
  let printed = false;
  let assumed = false;
  let readable = true;
  const add = (ids: readonly CellId[]): Decimal => {
    const values: Decimal[] = [];
    for (const id of ids) {
      const cell = report.cells.get(id);
      const value = countsAs(cell);
      if (value === undefined || !cell) {
        readable = false;
        return '0';
      }
      if (cell.value === null) blanks = true;
      else printed = true;
      if (cell.by?.includes(relation.id)) assumed = true;
      values.push(value);
    }
    return sum(values);
  };
  const left = add(relation.left);
  if (!readable) return unknown(relation);
  const right = add(relation.right);
  if (!readable || !printed) return unknown(relation);
  const state = left !== right ? 'fails' : assumed ? 'assumed' : 'holds';
  return { relation, state, left, right, blanks };
};
