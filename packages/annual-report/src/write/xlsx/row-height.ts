/**
 * The height in points of a row whose text wraps: spreadsheets do not fit the height of rows that a
 * program wrote. A Chinese character is as wide as two of the characters that widths are counted in,
 * and those are of 11 points.
 */
export const rowHeight = (lines: readonly string[], columnWidth: number, size: number): number => {
  const capacity = Math.max(1, Math.floor(((columnWidth - 1) * 11) / size));
  const count = lines
    .flatMap((line) => line.split('\n'))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(columns(line) / capacity)), 0);
  return Math.max(1, count) * size * 1.35 + 5;
};

const columns = (line: string): number =>
  Array.from(line).reduce((sum, character) => sum + (character > '\u2000' ? 2 : 1), 0);
