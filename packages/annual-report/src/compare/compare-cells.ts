import { type Decimal, multiply, subtract } from '../decimal.ts';
import { type CellId, type TableId, tableIds } from '../form/form.ts';
import { cellIndex, findCell } from '../form/forms.ts';
import type { Cell, Report } from '../report.ts';

/**
 * One cell of two reports. `onlyLeft` and `onlyRight`: the other report does not have the cell (another
 * form, or the row is missing). Blank and 0 are different.
 */
export interface CellComparison {
  readonly cell: CellId;
  readonly kind: 'same' | 'different' | 'onlyLeft' | 'onlyRight';
  readonly left: Cell | null;
  readonly right: Cell | null;
  /** Right minus left, in the unit of the left one; null where one of them is no number or the units cannot be converted. */
  readonly difference: Decimal | null;
}

/** The cells of two reports side by side, in the order of the forms. */
export const compareCells = (left: Report, right: Report): readonly CellComparison[] =>
  idsOf(left, right).flatMap((cell): readonly CellComparison[] => {
    const [ours, theirs] = [present(left, cell), present(right, cell)];
    if (ours === null && theirs === null) return [];
    if (ours === null) return [{ cell, kind: 'onlyRight', left: null, right: theirs, difference: null }];
    if (theirs === null) return [{ cell, kind: 'onlyLeft', left: ours, right: null, difference: null }];
    const difference = differenceOf(cell, ours, theirs);
    const isSame = difference === null ? sameWords(ours, theirs) : difference === '0';
    return [{ cell, kind: isSame ? 'same' : 'different', left: ours, right: theirs, difference }];
  });

/** Table by table: the older form's cells, then what only the newer one has. */
const idsOf = (left: Report, right: Report): readonly CellId[] => {
  const ids = new Set<CellId>([...cellIndex('2019').keys(), ...cellIndex('2021').keys()]);
  const order = (id: CellId): number => tableIds.indexOf(findCell(id)!.table.id as TableId);
  return [...ids]
    .filter((id) => left.cells.has(id) || right.cells.has(id))
    .toSorted((a, b) => order(a) - order(b));
};

const present = (report: Report, id: CellId): Cell | null => {
  const cell = report.cells.get(id);
  return cell === undefined || cell.status === 'absent' ? null : cell;
};

/** How many 元 each unit of money is. */
const money: Readonly<Record<string, Decimal>> = { 元: '1', 千元: '1000', 万元: '10000', 亿元: '100000000' };

const differenceOf = (id: CellId, left: Cell, right: Cell): Decimal | null => {
  if (left.value === null || right.value === null) return null;
  const usual = findCell(id)!.column.unit;
  const [ours, theirs] = [left.unit ?? usual, right.unit ?? usual];
  const [ourRate, theirRate] = [money[ours], money[theirs]];
  // Words for counting (件, 条, 次) all count one.
  if (ours === theirs || (!ourRate && !theirRate)) return subtract(right.value, left.value);
  if (!ourRate || !theirRate) return null;
  const inYuan = subtract(multiply(right.value, theirRate), multiply(left.value, ourRate));
  return multiply(inYuan, inverse[ours]!);
};

const inverse: Readonly<Record<string, Decimal>> = {
  元: '1',
  千元: '0.001',
  万元: '0.0001',
  亿元: '0.00000001',
};

const sameWords = (left: Cell, right: Cell): boolean =>
  left.value === null && right.value === null && left.raw.trim() === right.raw.trim();
