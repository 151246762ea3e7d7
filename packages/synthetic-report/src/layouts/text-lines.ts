import type { GridPart } from '../grid.ts';
import { expand } from './expand.ts';
import { blanksVanish } from './fate.ts';
import { type Layout, oneLine, utf8 } from './layout.ts';
import { partsOf, textOf } from './text-rows.ts';

/** One cell a line as Word saves it: rows start with a blank line and a tab, blank cells are lines of a tab. */
export const cellLines: Layout = {
  name: 'text.cellLines',
  format: 'text',
  extension: 'txt',
  render: (laid) => ({
    bytes: utf8(
      textOf(laid, (table) =>
        partsOf(table, (part) =>
          expand(part).flatMap((row) => {
            // A cell merged downwards leaves an empty line in the rows below, one merged sideways leaves nothing.
            const cells = row.flatMap((slot, column) =>
              slot === null || slot.cell.column !== column ? [] : [slot.anchor ? slot.cell.text : ''],
            );
            return ['', ...cells.map((text) => `\t${text}`)];
          }),
        ),
      ),
    ),
  }),
};

const lines =
  (gap: boolean) =>
  (part: GridPart): readonly string[] =>
    part.rows.flatMap((row) =>
      row.cells.flatMap((cell) => (cell.text.trim() === '' ? [] : gap ? [cell.text, ''] : [cell.text])),
    );

/** One cell a line, blank cells gone, as text copied from a browser. */
export const cellLinesNoBlanks: Layout = {
  name: 'text.cellLinesNoBlanks',
  format: 'text',
  extension: 'txt',
  render: (laid, random) => ({
    bytes: utf8(textOf(laid, (table) => partsOf(table, lines(random.chance(0.6))))),
    fate: blanksVanish(laid),
  }),
};

/** PDF text order: figures one a line; column heads stand in another order, before or after the figures. */
export const numberLines: Layout = {
  name: 'text.numberLines',
  format: 'text',
  extension: 'txt',
  render: (laid, random) => ({
    bytes: utf8(
      textOf(laid, (table) =>
        partsOf(table, (part) => {
          if (part.name === 'proactive') return lines(false)(part);
          const heads = random.shuffle(
            part.rows
              .filter((row) => row.source.kind === 'head')
              .flatMap((row) => row.cells.map((cell) => cell.text)),
          );
          const body = part.rows
            .filter((row) => row.source.kind !== 'head')
            .flatMap((row) => row.cells.map((cell) => oneLine(cell.text)))
            .filter((text) => text.trim() !== '');
          return part.name === 'requests' && random.chance(0.3) ? [...body, ...heads] : [...heads, ...body];
        }),
      ),
    ),
    fate: blanksVanish(laid),
  }),
};
