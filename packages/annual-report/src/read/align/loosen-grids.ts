import type { Line } from '../source.ts';

/** Words, and behind them one or more figures, set apart by white space only: 1.属于国家秘密 0 0 0 0 0 0 0. */
const labelled = /^[^\d\s]*\d{0,2}[^\d\s]*\p{sc=Han}[^\d]*?(?:\s+[-－—+＋]?[\d０-９][\d０-９.,]*)+$/u;
/** So many rows written that way are a table; one or two may be chance. */
const fewest = 3;

/**
 * A table of one column whose cells hold a label with all its figures is laid out by blanks, as lines of
 * text are: its lines are given back as such, so that they are read as those are.
 */
export const loosenGrids = (lines: readonly Line[]): readonly Line[] => {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (line.kind !== 'grid') continue;
    const filled = line.cells.filter((cell) => cell.text.trim() !== '');
    const before = counts.get(line.table) ?? 0;
    // Once a row has several cells, the table is a true one.
    if (filled.length > 1 || before < 0) counts.set(line.table, -1);
    else if (labelled.test(filled[0]?.text.trim() ?? '')) counts.set(line.table, before + 1);
  }
  const loose = new Set([...counts].filter(([, count]) => count >= fewest).map(([table]) => table));
  if (loose.size === 0) return lines;
  return lines.map((line) =>
    line.kind === 'grid' && loose.has(line.table)
      ? {
          ...line,
          kind: 'text',
          table: 0,
          cells: line.cells.filter((cell, at) => at === 0 || cell.text.trim() !== ''),
        }
      : line,
  );
};
