import type { CellId } from '../../form/form.ts';
import { cellId } from '../../form/forms.ts';
import { reviewsTable } from '../../form/shared-tables.ts';
import type { Instance } from './find-instances.ts';
import type { Recovered } from './recover-labels.ts';
import type { Token } from './token.ts';

const groups: readonly string[] = reviewsTable.rows.map((row) => row.id);

/** What stands above a column or left of a row: the kind of procedure, and the result. */
interface Names {
  group: string | null;
  leaf: string | null;
}

/**
 * Table 四 as a true table, lying or standing: each figure has its procedure and its result above it or
 * at its left. Given only if every one of the fifteen cells has exactly one figure (or empty cell).
 */
export const readReviewGrid = (
  tokens: readonly Token[],
  instance: Instance,
  recovered: ReadonlyMap<number, Recovered>,
): ReadonlyMap<CellId, Token> | null => {
  const above = new Map<number, Names>();
  const left = new Map<number, Names>();
  const out = new Map<CellId, Token>();
  let line = -1;
  let row = -1;
  let loose = 0;
  const named = (names: Map<number, Names>, at: number): Names => {
    const known = names.get(at) ?? { group: null, leaf: null };
    names.set(at, known);
    return known;
  };
  for (let at = instance.from; at < instance.to; at++) {
    const token = tokens[at] as Token;
    if (token.lineKind !== 'grid') {
      if (token.kind === 'gap') continue;
      if (out.size > 0) break;
      return null;
    }
    if (token.line !== line) row += 1;
    line = token.line;
    const other = recovered.get(at);
    const label = instance.labels.get(at) ?? (other?.whole ? other.label : undefined);
    if (label !== undefined) {
      const leaf = label.role === 'column' ? label.id : null;
      const group = groups.includes(label.id) ? label.id : null;
      for (let column = token.column; column < token.column + token.columnSpan; column++) {
        const names = named(above, column);
        if (group !== null) names.group = group;
        if (leaf !== null) names.leaf = leaf;
      }
      for (let down = row; down < row + token.rowSpan; down++) {
        const names = named(left, down);
        if (group !== null) names.group = group;
        if (leaf !== null) names.leaf = leaf;
      }
      continue;
    }
    // Words behind the heads end the table: what follows a signature is a date.
    if (above.size > 0 && (token.kind === 'prose' || token.key.length > 4)) break;
    if (token.kind !== 'figure' && token.kind !== 'blank') continue;
    // A cell over the whole width holds a date or a remark.
    if (token.columnSpan > 6) {
      if (out.size > 0) break;
      continue;
    }
    const overhead = new Set<string>();
    for (let column = token.column; column < token.column + token.columnSpan; column++) {
      const { leaf, group } = above.get(column) ?? {};
      overhead.add(`${group} ${leaf}`);
    }
    // A head may be as wide as the figure below it: then there is one head, however many columns.
    if (overhead.size > 1 && left.get(row) === undefined && token.kind === 'figure') {
      // One figure drawn under several heads is none of theirs for certain.
      for (let column = token.column; column < token.column + token.columnSpan; column++) {
        const { leaf, group } = above.get(column) ?? {};
        if (leaf == null || group == null) loose += 1;
        else out.set(cellId('reviews', group, leaf), { ...token, figure: { kind: 'damaged' } });
      }
      continue;
    }
    const beside = left.get(row);
    const over = above.get(token.column);
    // A row that names both above and left would be read twice: the row's own names win.
    const leaf = beside?.leaf ?? over?.leaf ?? null;
    const group = beside?.group ?? over?.group ?? null;
    const heads = beside !== undefined && beside.leaf === null && beside.group === null;
    if (leaf === null || group === null || (token.columnSpan > 1 && !heads && beside === undefined)) {
      if (token.kind === 'figure') loose += 1;
      continue;
    }
    const id = cellId('reviews', group, leaf);
    const known = out.get(id);
    if (known === undefined || known.kind === 'blank') out.set(id, token);
    else if (token.kind === 'figure') return null;
  }
  const complete = groups.every((group) =>
    reviewsTable.columns.every((column) => out.has(cellId('reviews', group, column.id))),
  );
  return complete && loose === 0 ? out : null;
};
