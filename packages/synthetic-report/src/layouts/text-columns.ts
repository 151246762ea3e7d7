import type { GridPart } from '../grid.ts';
import { type Layout, oneLine, utf8 } from './layout.ts';
import { partsOf, textOf } from './text-rows.ts';

/** Width on a grid of half-width characters. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += /[\u0020-\u00ff]/.test(character) ? 1 : 2;
  return width;
};

/** Folds text into lines of at most `width` half-width columns. */
export const fold = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  for (const piece of text.split('\n')) {
    let line = '';
    for (const character of piece) {
      if (line !== '' && displayWidth(line + character) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
    lines.push(line);
  }
  return lines;
};

interface Ink {
  readonly line: number;
  readonly x: number;
  readonly text: string;
}

const draw = (inks: readonly Ink[]): readonly string[] => {
  const height = inks.reduce((most, ink) => Math.max(most, ink.line + 1), 0);
  const rows: Ink[][] = Array.from({ length: height }, () => []);
  for (const ink of inks) rows[ink.line]!.push(ink);
  return rows.map((row) => {
    let text = '';
    for (const ink of row.toSorted((a, b) => a.x - b.x)) {
      const gap = ink.x - displayWidth(text);
      text += ' '.repeat(text === '' ? Math.max(0, gap) : Math.max(2, gap)) + ink.text;
    }
    return text;
  });
};

const widths: Readonly<Record<GridPart['name'], readonly number[]>> = {
  proactive: [26, 18, 18, 18],
  requests: [6, 16, 32, 10, 10, 10, 10, 10, 10, 10],
  reviews: Array.from({ length: 15 }, () => 8),
};

/** Text as `pdftotext -layout` prints it: columns by spaces, long labels folded, figures beside either line. */
const columnsOf = (part: GridPart, beside: () => number): readonly string[] => {
  const width = widths[part.name];
  const x = (column: number): number => width.slice(0, column).reduce((a, b) => a + b, 0);
  const inks: Ink[] = [];
  let line = 0;
  for (const row of part.rows) {
    let height = 1;
    const folded = row.cells.map((cell) => {
      const room = width.slice(cell.column, cell.column + cell.columnSpan).reduce((a, b) => a + b, 0) - 2;
      const pieces = cell.role === 'figure' ? [oneLine(cell.text)] : fold(cell.text, room);
      // A cell over several rows spills into them; only a row's own cells make it taller.
      if (cell.rowSpan === 1) height = Math.max(height, pieces.length);
      return pieces;
    });
    const at = Math.min(height - 1, Math.floor(beside() * height));
    row.cells.forEach((cell, i) => {
      const pieces = folded[i]!;
      const room = x(cell.column + cell.columnSpan) - x(cell.column);
      pieces.forEach((text, k) => {
        if (text.trim() === '') return;
        const figure = cell.role === 'figure';
        const indent = figure ? Math.max(0, Math.floor((room - 2 - displayWidth(text)) / 2)) : 0;
        inks.push({ line: line + (figure ? at : k), x: x(cell.column) + indent, text });
      });
    });
    line += height;
  }
  return draw(inks);
};

export const spacedColumns: Layout = {
  name: 'text.spacedColumns',
  format: 'text',
  extension: 'txt',
  render: (laid, random) => ({
    bytes: utf8(
      textOf(
        laid,
        (table) => partsOf(table, (part) => columnsOf(part, random.next)),
        ({ text, role }) => fold(role === 'title' ? `          ${text}` : `    ${text}`, 66),
      ),
    ),
    // An empty cell is only room between columns: blank and absent look alike.
    fate: (_, figure) => (figure.text.trim() === '' ? { statuses: ['blank', 'absent', 'unreadable'] } : null),
  }),
};
