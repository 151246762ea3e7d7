import type { Worksheet } from 'exceljs';
import type { Report } from '../../report.ts';
import { printable } from '../printable.ts';
import type { Block } from '../printed-report.ts';
import { putTable } from './put-table.ts';
import { rowHeight } from './row-height.ts';

/** Characters across a sheet of A4. */
const sheetWidth = 76;

type Face = { readonly name: string; readonly size: number; readonly bold?: boolean };

const faces: Readonly<Record<Exclude<Block['kind'], 'table'> | 'title', Face>> = {
  title: { name: '宋体', size: 16, bold: true },
  heading: { name: '黑体', size: 14 },
  subheading: { name: '楷体', size: 12, bold: true },
  hint: { name: '仿宋', size: 12 },
  paragraph: { name: '仿宋', size: 12 },
};

/** Text over the full width, tables with the columns of the form; heads of a table near the top stay in view. */
export const fillSheet = (
  sheet: Worksheet,
  title: string,
  blocks: readonly Block[],
  cells: Report['cells'],
): void => {
  sheet.pageSetup = { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  const first = blocks.find((block) => block.kind === 'table')?.table;
  const widths = (first?.widths ?? [1]).map((width) => Math.max(5, width * sheetWidth));
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  let row = 0;
  const write = (text: string, face: Face): void => {
    row++;
    if (widths.length > 1) sheet.mergeCells(row, 1, row, widths.length);
    const cell = sheet.getCell(row, 1);
    cell.value = printable(text);
    cell.font = face;
    cell.alignment = { wrapText: true, vertical: 'middle' };
    sheet.getRow(row).height = rowHeight([text], sheetWidth, face.size);
  };
  if (title) write(title, faces.title);
  for (const block of blocks) {
    if (block.kind !== 'table') {
      write(block.text, faces[block.kind]);
      continue;
    }
    const { table } = block;
    putTable(sheet, table, cells, row);
    const frozen = row + table.headRows;
    if (table === first && frozen <= 6) sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: frozen }];
    row += table.rows.length;
  }
};
