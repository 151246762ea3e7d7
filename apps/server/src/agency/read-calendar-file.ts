import { decodeText, problemCatalogue, ReadError, readSpreadsheet } from '@gongkai/annual-report';
import { isReadable } from './read-table.ts';

/** Enough for a year of holidays written a day a line, many times over. */
const limits = { fileBytes: 1024 * 1024, inflatedBytes: 16 * 1024 * 1024, cells: 20_000 };

/**
 * The text of a file of holidays, one row a line with the line numbers of the file: a workbook's rows with their
 * cells between tabs, any other file as it is. Or, where it can't be read, why.
 */
export const readCalendarFile = (
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: string } => {
  const read = readText(bytes);
  return 'text' in read && !isReadable(read.text.replaceAll(/\s/g, ''))
    ? {
        problem: '文件中有不能显示的字符，可能不是文本文件，或者编码有误。请在原程序中另存为 XLSX 后再上传。',
      }
    : read;
};

const readText = (bytes: Uint8Array): { readonly text: string } | { readonly problem: string } => {
  if (bytes.length > limits.fileBytes)
    return { problem: '工作日历文件不能超过 1 MB，请核对是否选错了文件。' };
  const isText = !bytes.includes(0) && !(bytes[0] === 0x50 && bytes[1] === 0x4b);
  if (isText) return { text: decodeText(bytes) };
  try {
    const rows = readSpreadsheet(bytes, limits);
    if (rows === null)
      return { problem: '只能读取 XLSX、CSV 和文本文件。请在 Excel 或 WPS 表格中另存为 XLSX 后再上传。' };
    const lines: string[] = [];
    for (const { row, cells } of rows) if (row <= limits.cells) lines[row - 1] = cells.join('\t').trim();
    return { text: Array.from(lines, (line) => line ?? '').join('\n') };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { problem: error.problem.message + problemCatalogue[error.problem.code].action };
  }
};
