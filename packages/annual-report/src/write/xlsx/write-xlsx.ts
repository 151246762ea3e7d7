import exceljs from 'exceljs';
import type { Report } from '../../report.ts';
import { finishPackage } from '../package/finish-package.ts';
import { printReport } from '../printed-report.ts';
import { fillSheet } from './fill-sheet.ts';
import { splitIntoSheets } from './split-into-sheets.ts';

/** A workbook with a sheet for each section, its text and its table as printed, with the report's JSON as a part. */
export const writeXlsx = async (report: Report): Promise<Uint8Array> => {
  const { title, blocks } = printReport(report);
  const workbook = new exceljs.Workbook();
  splitIntoSheets(blocks).forEach((sheet, index) => {
    fillSheet(workbook.addWorksheet(sheet.name), index === 0 ? title : '', sheet.blocks, report.cells);
  });
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return finishPackage(bytes, report);
};
