import { csvLines } from '@gongkai/annual-report';
import ExcelJS from 'exceljs';
import type { FileResult, Output, Row } from './file-task.ts';

/** Where results go: standard output, and a spreadsheet if one is asked for. */
export interface Sink {
  readonly put: (result: FileResult) => Promise<void>;
  readonly close: () => Promise<void>;
}

const write = (text: string): Promise<void> =>
  new Promise((resolve) => {
    if (text === '' || process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });

/** Results as they come, on standard output. CSV starts with its head and a byte order mark, for spreadsheets. */
export const openPrinter = async (output: Output, head: Row): Promise<Sink> => {
  if (output.kind === 'csv') await write(`\ufeff${csvLines([head])}`);
  return { put: ({ text }) => write(text), close: async () => {} };
};

/** Results as rows of a spreadsheet, written as they come: memory stays flat. */
export const openSpreadsheet = (path: string, head: Row): Sink => {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = book.addWorksheet('年度报告', { views: [{ state: 'frozen', ySplit: 1 }] });
  const first = sheet.addRow([...head]);
  first.font = { bold: true };
  first.commit();
  return {
    put: async ({ rows }) => {
      for (const row of rows) sheet.addRow([...row]).commit();
    },
    close: async () => {
      sheet.commit();
      await book.commit();
    },
  };
};
