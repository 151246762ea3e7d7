import { creditCodeCheckCharacter } from '@gongkai/statute';
import exceljs from 'exceljs';
import { agencyTitleNames } from './agency-sheet.ts';

/** A row of the table of agencies by its titles; those left out are blank. */
export type Row = Readonly<Record<string, string>>;

/** The table as a workbook. */
export const workbook = async (rows: readonly Row[], titles: readonly string[] = agencyTitleNames) => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('单位');
  sheet.addRow([...titles]);
  for (const row of rows) sheet.addRow(titles.map((title) => row[title] ?? ''));
  return new Uint8Array(await book.xlsx.writeBuffer());
};

export const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A credit code with the right check character. */
export const codeOf = (serial: number): string => {
  const first = `11990101MB${String(serial).padStart(7, '0')}`;
  return first + creditCodeCheckCharacter(first);
};
