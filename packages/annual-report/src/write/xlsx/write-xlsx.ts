import exceljs from 'exceljs';
import type { Report } from '../../report.ts';
import { finishPackage } from '../package/finish-package.ts';
import { printReport } from '../printed-report.ts';
import { narrativeSheet } from './narrative-sheet.ts';
import { tableSheet } from './table-sheet.ts';

/** A workbook: the narrative, and a sheet for each statutory table as printed, with the report's JSON as a part. */
export const writeXlsx = async (report: Report): Promise<Uint8Array> => {
  const printed = printReport(report);
  const workbook = new exceljs.Workbook();
  narrativeSheet(workbook, printed);
  for (const block of printed.blocks) {
    if (block.kind === 'table') tableSheet(workbook, block.table, report.cells);
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return finishPackage(bytes, report);
};
