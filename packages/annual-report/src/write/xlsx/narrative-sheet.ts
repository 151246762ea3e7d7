import type { Workbook } from 'exceljs';
import { printable } from '../printable.ts';
import type { PrintedReport } from '../printed-report.ts';

const width = 100;

/** 正文: title, headings and paragraphs, one a row; the tables have sheets of their own. */
export const narrativeSheet = (workbook: Workbook, { title, blocks }: PrintedReport): void => {
  const sheet = workbook.addWorksheet('正文', {
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.getColumn(1).width = width;
  const add = (text: string, font: object, indent = 0): void => {
    const row = sheet.addRow([printable(text)]);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top', indent };
    row.getCell(1).font = font;
    // Excel does not fit the height of wrapped rows that a program wrote; a Chinese character is two columns wide.
    row.height = 18 * Math.max(1, Math.ceil((text.length * 2 + indent * 2) / width));
  };
  if (title) add(title, { name: '宋体', size: 16, bold: true });
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    if (block.kind === 'heading') add(block.text, { name: '黑体', size: 12 });
    else if (block.kind === 'subheading') add(block.text, { name: '楷体', size: 12, bold: true }, 1);
    else add(block.text, { name: '仿宋', size: 12 }, 1);
  }
};
