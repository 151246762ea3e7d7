import { type Decimal, sum } from '../../../annual-report/src/decimal.ts';
import { gridParts } from '../grid.ts';
import type { FigureRow } from '../laid.ts';
import { byOrderOnly, fateOfRows } from './fate.ts';
import { type Layout, oneLine, utf8 } from './layout.ts';
import { partsOf, textOf } from './text-rows.ts';

const figure = /^(?:0|-?[1-9]\d*)(?:\.\d+)?$/;

/**
 * How many ways there are to cut `text` into `count` numbers without leading zeros, of which the last is
 * the sum of the others where `summed`. Stops counting at two: only uniqueness matters.
 */
export const countSplits = (text: string, count: number, summed: boolean): number => {
  let found = 0;
  const parts: Decimal[] = [];
  const cut = (from: number): void => {
    if (found > 1) return;
    if (parts.length === count - 1) {
      const last = text.slice(from);
      if (figure.test(last) && (!summed || sum(parts) === last)) found++;
      return;
    }
    for (let to = from + 1; to <= text.length - (count - parts.length - 1); to++) {
      const part = text.slice(from, to);
      if (!figure.test(part)) {
        if (/^0\d/.test(part)) break;
        continue;
      }
      parts.push(part);
      cut(to);
      parts.pop();
    }
  };
  cut(0);
  return found;
};

/** Whether a row's figures can be told apart once they are written without a separator. */
const separable = (row: FigureRow): boolean => {
  const texts = row.figures.map(({ text }) => text.trim());
  if (texts.length === 1) return true;
  if (texts.some((text) => !/^-?\d+(\.\d+)?$/.test(text))) return false;
  if (row.table === 'requests') return countSplits(texts.join(''), 7, true) === 1;
  if (row.table === 'reviews') return texts.every((text) => text === '0');
  // Empty cells leave no trace, and no sum binds these rows: 408 may be 4, 0 and 8, or 40 and 8, or 408.
  return texts.every((_, fewer) => {
    const ways = countSplits(texts.join(''), fewer + 1, false);
    return fewer + 1 === texts.length ? ways === 1 : ways === 0;
  });
};

/** No separator at all: 行政许可396442278. */
export const fused: Layout = {
  name: 'text.fused',
  format: 'text',
  extension: 'txt',
  render: (laid) => ({
    bytes: utf8(
      textOf(laid, (table) =>
        partsOf(table, (part) =>
          part.rows.map((row) => row.cells.map((cell) => oneLine(cell.text)).join('')),
        ),
      ),
    ),
    fate: fateOfRows(laid, (row) => {
      if (row.figures.every(({ text }) => text.trim() === ''))
        return () => ({ statuses: ['blank', 'absent', 'unreadable'] });
      if (separable(row))
        return (blank) => (blank ? {} : { statuses: ['printed', 'solved', 'byArithmetic', 'byOrder'] });
      return (blank) =>
        blank
          ? { statuses: ['blank', 'absent', 'unreadable'] }
          : { statuses: ['printed', 'solved', 'byArithmetic', 'byOrder', 'unreadable'], recoverable: false };
    }),
  }),
};

/** The request table's figures without any label, in the form's order, as some converters leave them. */
export const unlabelledRows: Layout = {
  name: 'text.unlabelledRows',
  format: 'text',
  extension: 'txt',
  render: (laid) => ({
    bytes: utf8(
      textOf(laid, (table) =>
        gridParts(table).flatMap((part) =>
          part.rows.map((row) =>
            row.cells
              .filter(
                (cell) => part.name !== 'requests' || row.source.kind === 'head' || cell.role === 'figure',
              )
              .map((cell) => oneLine(cell.text))
              .join('\t'),
          ),
        ),
      ),
    ),
    fate: byOrderOnly(laid, 'requests'),
  }),
};
