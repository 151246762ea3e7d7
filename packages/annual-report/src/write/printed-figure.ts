import { compose } from '../json/input-cells.ts';
import { readFigure } from '../read/align/figure.ts';
import type { Cell } from '../report.ts';

/**
 * What a cell of the printed table shows. The cell's own text, as long as it says the value by itself;
 * of a value that was worked out from fused digits or the like, the value. Digits of which no number
 * could be made with certainty are left out: beside the right label they would be one.
 */
export const printedFigure = (cell: Cell | undefined): string => {
  if (!cell) return '';
  const figure = cell.raw === '' ? null : readFigure(cell.raw);
  if (cell.value !== null) {
    return figure?.kind === 'number' && figure.value === cell.value
      ? cell.raw
      : compose(cell.value, cell.unit, cell.remark);
  }
  return figure?.kind === 'number' || figure?.kind === 'digits' ? '' : cell.raw;
};
