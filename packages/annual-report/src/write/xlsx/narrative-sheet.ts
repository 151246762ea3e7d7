import type { Workbook } from 'exceljs';
import { printable } from '../printable.ts';
import type { PrintedReport } from '../printed-report.ts';
import { rowHeight } from './row-height.ts';

/** Characters across a sheet of A4. */
const width = 84;

/** 正文: title, headings and paragraphs, one a row; the tables have sheets of their own. */
export const narrativeSheet = (workbook: Workbook, { title, blocks }: PrintedReport): void => {
  const sheet = workbook.addWorksheet('正文', {
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.getColumn(1).width = width;
  const add = (
    text: string,
    font: { readonly name: string; readonly size: number; readonly bold?: boolean },
  ) => {
    const row = sheet.addRow([printable(text)]);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    row.getCell(1).font = font;
    row.height = rowHeight([text], width, font.size);
  };
  if (title) add(title, { name: '宋体', size: 16, bold: true });
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    if (block.kind === 'heading') add(block.text, { name: '黑体', size: 12 });
    else if (block.kind === 'subheading') add(block.text, { name: '楷体', size: 12, bold: true });
    else add(block.text, { name: '仿宋', size: 12 });
  }
};
