import { type GridPart, type GridRow, gridParts } from '../grid.ts';
import type { Laid, LaidBlock, LaidTable } from '../laid.ts';
import { expand } from './expand.ts';
import { blanksVanish } from './fate.ts';
import { type Layout, oneLine, utf8 } from './layout.ts';

/** Lines of a laid-out report whose tables are written by `table`. */
export const textOf = (
  laid: Laid,
  table: (table: LaidTable) => readonly string[],
  paragraph: (block: Exclude<LaidBlock, LaidTable>) => readonly string[] = ({ text }) => [text],
): string =>
  laid.blocks
    .flatMap((block) => (block.kind === 'table' ? ['', ...table(block), ''] : paragraph(block)))
    .join('\n');

/** Writes a table part by part, with the page numbers between. */
export const partsOf = (table: LaidTable, write: (part: GridPart) => readonly string[]): readonly string[] =>
  gridParts(table).flatMap((part) => [
    ...write(part),
    ...(part.end === null ? [] : ['', ...(part.end.pageNumber === null ? [] : [part.end.pageNumber, ''])]),
  ]);

const anchors = (row: GridRow): readonly string[] => row.cells.map((cell) => oneLine(cell.text));

/** All columns: a merged cell's other slots are empty, so that figures keep their column. */
const padded =
  (separator: string) =>
  (part: GridPart): readonly string[] =>
    expand(part).map((row) =>
      row.map((slot) => (slot?.anchor ? oneLine(slot.cell.text) : '')).join(separator),
    );

const rows =
  (separator: string) =>
  (part: GridPart): readonly string[] =>
    part.rows.map((row) => anchors(row).join(separator));

const pipes = (cells: readonly string[], space: string): string =>
  `|${cells.map((c) => `${space}${c}${space}`).join('|')}|`;

const textLayout = (name: string, write: (part: GridPart) => readonly string[]): Layout => ({
  name,
  format: 'text',
  extension: 'txt',
  render: (laid) => ({ bytes: utf8(textOf(laid, (table) => partsOf(table, write))) }),
});

/** Tab rows of the full ten columns, as spreadsheets copy them. */
export const tabRowsPadded = textLayout('text.tabRowsPadded', padded('\t'));

/** Tab rows of 8, 9 or 10 cells: a group's label only in its first row. */
export const tabRows = textLayout('text.tabRows', rows('\t'));

/** As `tabRows`, with nothing behind the last figure of a row. */
export const tabRowsTrimmed: Layout = {
  ...textLayout('text.tabRowsTrimmed', rows('\t')),
  render: (laid) => ({
    bytes: utf8(
      textOf(laid, (table) => partsOf(table, (part) => rows('\t')(part).map((line) => line.trimEnd()))),
    ),
    // A row of figures that is empty throughout cannot be told from one that lost its cells.
    fate: (_, figure) => (figure.text.trim() === '' ? { statuses: ['blank', 'absent'] } : null),
  }),
};

export const pipeRowsPadded = textLayout('text.pipeRowsPadded', (part) =>
  expand(part).map((row) =>
    pipes(
      row.map((slot) => (slot?.anchor ? oneLine(slot.cell.text) : '')),
      ' ',
    ),
  ),
);

export const pipeRows = textLayout('text.pipeRows', (part) =>
  part.rows.map((row) => pipes(anchors(row), '')),
);

/** Cells separated by single spaces, as copied out of a viewer; blanks vanish. */
export const spaceRows: Layout = {
  name: 'text.spaceRows',
  format: 'text',
  extension: 'txt',
  render: (laid) => ({
    bytes: utf8(
      textOf(laid, (table) =>
        partsOf(table, (part) =>
          part.rows.map((row) =>
            anchors(row)
              .filter((text) => text.trim() !== '')
              .join(' '),
          ),
        ),
      ),
    ),
    fate: blanksVanish(laid),
  }),
};
