/**
 * Cells of a text with one row a line (RFC 4180): separated by commas or, where the first line has tabs, by tabs;
 * a cell in quotes may hold separators, line breaks and doubled quotes. Line numbers are of the text. A quote left
 * open takes the rest of the text into its cell.
 */
export const splitCsv = (
  text: string,
): readonly { readonly line: number; readonly cells: readonly string[] }[] => {
  const rows: { line: number; cells: string[] }[] = [];
  const clean = text.replace(/^\uFEFF/, '');
  const separator = /^[^\r\n]*\t/.test(clean) ? '\t' : ',';
  let line = 1;
  let row = { line, cells: [] as string[] };
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row);
    row = { line, cells: [] };
  };
  for (let at = 0; at < clean.length; at += 1) {
    const character = clean[at] as string;
    if (character === '\n') line += 1;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (clean[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r' || clean[at + 1] !== '\n') cell += character;
  }
  endRow();
  return rows;
};
