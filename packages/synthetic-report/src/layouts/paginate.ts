import { type GridPart, gridParts } from '../grid.ts';
import type { Laid } from '../laid.ts';
import { displayWidth, fold } from './text-columns.ts';

/** A drawn page in points, origin at the top left corner. */
export interface DrawnPage {
  readonly texts: readonly DrawnText[];
  readonly lines: readonly DrawnLine[];
}

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
}

export interface DrawnLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export const pageWidth = 595;
export const pageHeight = 842;
const margin = 56;
const room = pageWidth - 2 * margin;
const bottom = pageHeight - 64;

const shares: Readonly<Record<GridPart['name'], readonly number[]>> = {
  proactive: [1, 1, 1, 1],
  requests: [1, 2, 3.6, 1, 1, 1, 1.1, 1.1, 0.9, 1],
  reviews: Array.from({ length: 15 }, () => 1),
};

/** Half-width characters of this size that fit into a width. */
const capacity = (width: number, size: number): number => Math.max(2, Math.floor(width / (size / 2)));

/** Sets a report in pages with ruled tables; a table that reaches the foot of a page goes on at the next one's head. */
export const paginate = (
  laid: Laid,
  options: { readonly closeAtBreak: boolean; readonly numberPages: boolean },
): readonly DrawnPage[] => {
  const pages: { texts: DrawnText[]; lines: DrawnLine[] }[] = [];
  let y = 0;
  const turn = (): void => {
    pages.push({ texts: [], lines: [] });
    y = margin + 16;
  };
  turn();
  const page = (): { texts: DrawnText[]; lines: DrawnLine[] } => pages.at(-1)!;

  const paragraph = (text: string, size: number, centred: boolean): void => {
    for (const line of fold(centred ? text : `　　${text}`, capacity(room, size))) {
      if (y + size * 1.6 > bottom) turn();
      const x = centred ? margin + Math.max(0, (room - (displayWidth(line) * size) / 2) / 2) : margin;
      page().texts.push({ text: line, x, y: y + size, size });
      y += size * 1.6;
    }
  };

  const table = (part: GridPart): void => {
    const total = shares[part.name].reduce((a, b) => a + b, 0);
    const widths = Array.from(
      {
        length: Math.max(
          part.width,
          ...part.rows.flatMap((row) => row.cells.map((c) => c.column + c.columnSpan)),
        ),
      },
      (_, i) => ((shares[part.name][i] ?? 1) / total) * room,
    );
    const x = (column: number): number => margin + widths.slice(0, column).reduce((a, b) => a + b, 0);
    const size = part.name === 'proactive' ? 10.5 : 8;
    const lineHeight = size * 1.25;
    const texts = part.rows.map((row) =>
      row.cells.map((cell) =>
        fold(cell.text, capacity(x(cell.column + cell.columnSpan) - x(cell.column) - 4, size)),
      ),
    );
    const heights = part.rows.map((row, r) =>
      Math.max(
        ...row.cells.map((cell, i) =>
          cell.rowSpan === 1 ? texts[r]![i]!.length * lineHeight + 6 : lineHeight + 6,
        ),
        lineHeight + 6,
      ),
    );
    // A merged cell's text may need more room than its rows have: the last of them grows.
    part.rows.forEach((row, r) => {
      row.cells.forEach((cell, i) => {
        if (cell.rowSpan === 1) return;
        const have = heights.slice(r, r + cell.rowSpan).reduce((a, b) => a + b, 0);
        const need = texts[r]![i]!.length * lineHeight + 6;
        if (need > have) heights[r + cell.rowSpan - 1]! += need - have;
      });
    });
    for (let from = 0; from < part.rows.length; ) {
      let to = from;
      let height = 0;
      while (to < part.rows.length && y + height + heights[to]! <= bottom) height += heights[to++]!;
      if (to === from) {
        turn();
        continue;
      }
      const top = y;
      const above = (r: number): number => top + heights.slice(from, r).reduce((a, b) => a + b, 0);
      part.rows.forEach((row, r) => {
        row.cells.forEach((cell, i) => {
          const last = r + cell.rowSpan;
          if (last <= from || r >= to) return;
          const [y1, y2] = [above(Math.max(r, from)), above(Math.min(last, to))];
          const [x1, x2] = [x(cell.column), x(cell.column + cell.columnSpan)];
          const lines = page().lines;
          lines.push({ x1, y1, x2: x1, y2 }, { x1: x2, y1, x2, y2 });
          if (options.closeAtBreak || r >= from) lines.push({ x1, y1, x2, y2: y1 });
          if (options.closeAtBreak || last <= to) lines.push({ x1, y1: y2, x2, y2 });
          // The lines of a label that a page end cuts go on at the next page's head.
          const words = texts[r]![i]!;
          const fit =
            r < from
              ? Math.floor(
                  (above(from) - (above(from) - heights.slice(r, from).reduce((a, b) => a + b, 0)) - 6) /
                    lineHeight,
                )
              : 0;
          const capacityHere = Math.floor((y2 - y1 - 4) / lineHeight);
          const shown =
            r < from ? words.slice(fit) : last > to ? words.slice(0, Math.max(1, capacityHere)) : words;
          const offset = Math.max(3, (y2 - y1 - shown.length * lineHeight) / 2);
          shown.forEach((text, k) => {
            if (text.trim() === '') return;
            const width = (displayWidth(text) * size) / 2;
            page().texts.push({
              text,
              x: Math.max(x1 + 2, (x1 + x2 - width) / 2),
              y: y1 + offset + k * lineHeight + size * 0.9,
              size,
            });
          });
        });
      });
      y = above(to);
      from = to;
      if (from < part.rows.length) turn();
    }
    y += 8;
  };

  for (const block of laid.blocks) {
    if (block.kind === 'text')
      paragraph(
        block.text,
        block.role === 'title' ? 18 : block.role === 'heading' ? 14 : 12,
        block.role === 'title',
      );
    else
      for (const part of gridParts(block)) {
        table(part);
        if (part.end !== null) turn();
      }
  }
  if (options.numberPages)
    pages.forEach((drawn, i) => {
      drawn.texts.push({ text: `- ${i + 1} -`, x: pageWidth / 2 - 10, y: pageHeight - 30, size: 10.5 });
    });
  return pages;
};
