import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlacedCell } from '../layout/draw-table.ts';
import type { Source } from '../source.ts';
import { show } from './build-pdf.ts';
import { openPdfEngine, type PdfEngine } from './engine.ts';

/** The engine as a host opens it, for tests. */
export const openTestEngine = (): Promise<PdfEngine> =>
  openPdfEngine(readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm'))));

/** Ways in which programs draw the lines of a table; each cell is drawn on its own, y from the bottom. */
export const manners: Readonly<Record<string, (x: number, y: number, w: number, h: number) => string>> = {
  'stroked rectangles': (x, y, w, h) => `0.5 w ${x} ${y} ${w} ${h} re S\n`,
  'single strokes': (x, y, w, h) =>
    `${x} ${y} m ${x + w} ${y} l S ${x} ${y + h} m ${x + w} ${y + h} l S ${x} ${y} m ${x} ${y + h} l S ${x + w} ${y} m ${x + w} ${y + h} l S\n`,
  'thin filled rectangles': (x, y, w, h) =>
    `${x} ${y} ${w} 0.48 re f ${x} ${y + h} ${w} 0.48 re f ${x} ${y} 0.48 ${h} re f ${x + w} ${y} 0.48 ${h} re f\n`,
  'a dash pattern': (x, y, w, h) => `[3 2] 0 d 0.5 w ${x} ${y} ${w} ${h} re S\n`,
  'dots drawn one by one': (x, y, w, h) => {
    let dots = '';
    for (let at = 0; at <= w; at += 2) dots += `${x + at} ${y} 0.7 0.7 re ${x + at} ${y + h} 0.7 0.7 re `;
    for (let at = 0; at <= h; at += 2) dots += `${x} ${y + at} 0.7 0.7 re ${x + w} ${y + at} 0.7 0.7 re `;
    return `${dots} f\n`;
  },
  'double lines': (x, y, w, h) =>
    `0.4 w ${x} ${y} ${w} ${h} re S ${x + 1.5} ${y + 1.5} ${w - 3} ${h - 3} re S\n`,
  'frames filled between two rectangles': (x, y, w, h) =>
    `${x} ${y} ${w} ${h} re ${x + 1} ${y + 1} ${w - 2} ${h - 2} re f*\n`,
  'white cells on a black ground': (x, y, w, h) =>
    `0 g ${x} ${y} ${w} ${h} re f 1 g ${x + 0.75} ${y + 0.75} ${w - 1.5} ${h - 1.5} re f 0 g\n`,
  'rectangles set apart': (x, y, w, h) => `0.5 w ${x + 1} ${y + 1} ${w - 2} ${h - 2} re S\n`,
};

/** The content stream of a table: its lines in one manner, its texts at the left of each cell. */
export const drawTable = (
  cells: readonly PlacedCell[],
  draw: (x: number, y: number, w: number, h: number) => string,
  height = 842,
): string =>
  cells
    .map(({ text, box: [left, top, right, bottom] }) => {
      const lines = text === '' ? [] : text.split('\n');
      return (
        draw(left, height - bottom, right - left, bottom - top) +
        lines.map((line, index) => show(line, left + 4, height - top - 13 - index * 12)).join('')
      );
    })
    .join('');

/** A source in short: one string a line, cells parted by `|`, tables as `1.2` (table, row) in front. */
export const summary = (source: Source): readonly string[] =>
  source.lines.map((line) => {
    const texts = line.cells.map(({ text, column, columnSpan, rowSpan }) => {
      const spans = (columnSpan > 1 ? `+${columnSpan}` : '') + (rowSpan > 1 ? `x${rowSpan}` : '');
      return line.kind === 'grid' ? `${column}${spans}:${text}` : text;
    });
    return `${line.kind === 'grid' ? `${line.table}.${line.row} ` : ''}${texts.join('|')}`;
  });
