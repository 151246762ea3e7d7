import { sum, toDecimal } from '../../decimal.ts';
import type { CellId, FormId, TableId } from '../../form/form.ts';
import { relationsOf } from '../../form/relations.ts';
import type { Cell } from '../../report.ts';

const wrapped = /^[\d０-９,，]+(?:\s*\n\s*[\d０-９,，]+)+$/u;

/**
 * A long number in a narrow cell is broken over two lines (345 / 2). Whether that is one number, only the
 * row's own sum can tell: where it holds with the digits joined, they are.
 */
export const settleWrapped = (
  form: FormId,
  table: TableId,
  cells: ReadonlyMap<CellId, Cell>,
): ReadonlyMap<CellId, Cell> => {
  let out: Map<CellId, Cell> | null = null;
  for (const relation of relationsOf(form, table)) {
    if (relation.kind !== 'row') continue;
    const ids = [...relation.left, ...relation.right];
    const broken = ids.filter((id) => {
      const cell = cells.get(id);
      return cell?.status === 'unreadable' && wrapped.test(cell.raw);
    });
    if (broken.length === 0) continue;
    const joined = (id: CellId): string | null => {
      const cell = cells.get(id);
      if (cell === undefined) return null;
      if (cell.status === 'blank') return '0';
      return broken.includes(id)
        ? toDecimal(cell.raw.normalize('NFKC').replaceAll(/[\s,]/g, ''))
        : cell.value;
    };
    const left = relation.left.map(joined);
    const right = relation.right.map(joined);
    if ([...left, ...right].includes(null) || sum(left as string[]) !== sum(right as string[])) continue;
    out ??= new Map(cells);
    for (const id of broken) {
      const cell = cells.get(id) as Cell;
      out.set(id, { ...cell, value: joined(id), status: 'byArithmetic', by: [relation.id] });
    }
  }
  return out ?? cells;
};
