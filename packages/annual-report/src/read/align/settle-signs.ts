import { compare, negate, subtract } from '../../decimal.ts';
import type { CellId } from '../../form/form.ts';
import type { Cell } from '../../report.ts';
import { readFigure, signWords } from './figure.ts';

/**
 * 减57 in the column 本年增/减 of the 2019 form: the word is the sign. It is taken as such only where the
 * two figures beside it agree, 处理决定数量 − 上一年项目数量 being that number; otherwise it stays unreadable.
 */
export const settleSigns = (cells: ReadonlyMap<CellId, Cell>): ReadonlyMap<CellId, Cell> => {
  let out: Map<CellId, Cell> | null = null;
  for (const [id, cell] of cells) {
    if (cell.status !== 'unreadable' || !id.endsWith('.change')) continue;
    const word = signWords.find((one) => cell.raw.startsWith(one));
    const figure = word === undefined ? null : readFigure(cell.raw.slice(word.length).trim());
    const row = id.slice(0, -'change'.length);
    const before = cells.get(`${row}previousItems`)?.value;
    const after = cells.get(`${row}decisions`)?.value;
    if (word === undefined || figure?.kind !== 'number' || before == null || after == null) continue;
    const value = /^[减下]/u.test(word) ? negate(figure.value) : figure.value;
    if (compare(subtract(after, before), value) !== 0) continue;
    out ??= new Map(cells);
    out.set(id, { ...cell, value, status: 'byArithmetic', by: [`${id}.byDecisions`] });
  }
  return out ?? cells;
};
