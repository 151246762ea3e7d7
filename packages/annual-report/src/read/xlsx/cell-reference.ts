/** A cell of a sheet; both from 0. */
export interface CellReference {
  readonly row: number;
  readonly column: number;
}

/** Excel's own bounds: 1,048,576 rows, 16,384 columns (XFD). */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Reads `B7` or `$B$7`; null where it is none or lies outside of a sheet. */
export const parseReference = (text: string): CellReference | null => {
  let column = 0;
  let at = text.charCodeAt(0) === 36 ? 1 : 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > mostColumns) return null;
  }
  if (text.charCodeAt(at) === 36) at++;
  const row = Number(text.slice(at));
  if (column === 0 || !Number.isInteger(row) || row < 1 || row > mostRows) return null;
  return { row: row - 1, column: column - 1 };
};
