import type { PrintedCell, PrintedTable } from '../form/printed-table.ts';

/**
 * The text of a label or head, broken where a good compositor would break it in a narrow column:
 * 商业 | 企业 rather than 商业企 | 业; the numeral of a group on its own line; the group of all outcomes, one
 * character a line, as on the form.
 */
export const cellLines = (table: PrintedTable, cell: PrintedCell): readonly string[] => {
  if (table.id === 'proactive') return [cell.text];
  const { text, role } = cell;
  if (role === 'head' && cell.columnSpan === 1 && text.length > 3) {
    const perLine = Math.ceil(text.length / Math.ceil(text.length / 3));
    return text.match(new RegExp(`.{1,${perLine}}`, 'gu')) ?? [text];
  }
  if (role === 'label' && cell.columnSpan === 1 && cell.column < 2) {
    const [, numeral = '', rest = text] = /^(（.）|.、)?(.*)$/u.exec(text) ?? [];
    return [...(numeral ? [numeral] : []), ...(cell.column === 0 ? Array.from(rest) : [rest])];
  }
  return [text];
};

/** Names of rows and parts of a table stand left, what names columns or groups stands in the middle, as do figures. */
export const isLeftAligned = ({ role, rowSpan }: PrintedCell): boolean =>
  role === 'band' || role === 'corner' || (role === 'label' && rowSpan === 1);
