import { problemCatalogue, ReadError, readSpreadsheet, type SpreadsheetRow } from '@gongkai/annual-report';
import type { SheetProblem } from '@gongkai/contract';

export interface TableRow<T extends string> {
  readonly row: number;
  /** The text under a title; '' where it is blank or the column isn't there. */
  readonly cell: (title: T) => string;
}

export interface Table<T extends string> {
  readonly rows: readonly TableRow<T>[];
  readonly problems: readonly SheetProblem[];
}

/** What a table that people hand in may cost; above, it is refused. */
const limits = { fileBytes: 10 * 1024 * 1024, inflatedBytes: 64 * 1024 * 1024, cells: 80_000 };

/** Titles may follow a heading and remarks. */
const rowsBeforeTitles = 10;

/** Nothing that anybody types: control characters, halves of characters, marks that turn the order of text round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const unreadable = /[\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffd\ufffe\uffff]/;
export const isReadable = (text: string): boolean => text.isWellFormed() && !unreadable.test(text);

const shown = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

const refused = (message: string, row: number | null = null, column: string | null = null) => ({
  rows: [],
  problems: [{ row, column, message }],
});

const readRows = (bytes: Uint8Array): readonly SpreadsheetRow[] | string => {
  try {
    return (
      readSpreadsheet(bytes, limits) ??
      '只能读取 XLSX 和 CSV 文件。请在 Excel 或 WPS 表格中另存为“Excel 工作簿（*.xlsx）”后再上传。'
    );
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return error.problem.message + problemCatalogue[error.problem.code].action;
  }
};

/**
 * Reads a table with known titles from a file that somebody hands in (XLSX, CSV): hostile until read. The titles may
 * stand in any order; a column under a title of ours that is misspelt would be lost in silence, so it is a problem.
 *
 * @param required titles without which nothing can be read
 */
export const readTable = <T extends string>(
  bytes: Uint8Array,
  titles: readonly T[],
  required: readonly T[],
  mostRows: number,
): Table<T> => {
  const read = readRows(bytes);
  if (typeof read === 'string') return refused(read);
  const at = read
    .slice(0, rowsBeforeTitles)
    .findIndex(({ cells }) => required.every((title) => cells.includes(title)));
  const head = read[at];
  if (!head)
    return refused(
      `没有找到表头：前 ${rowsBeforeTitles} 行里应有一行写着“${required.join('”“')}”。请下载模板，按模板填写。`,
    );
  const columns = new Map<T, number>();
  const problems: SheetProblem[] = [];
  for (const [column, title] of head.cells.entries()) {
    if (title === '') continue;
    const known = titles.find((one) => one === title);
    if (known === undefined)
      problems.push({
        row: head.row,
        column: shown(title),
        message: `认不出“${shown(title)}”这一列。可用的列有：${titles.join('、')}。请改正列名或删除这一列。`,
      });
    else if (columns.has(known))
      problems.push({ row: head.row, column: title, message: `“${title}”这一列出现了两次，请保留一列。` });
    else columns.set(known, column);
  }
  const body = read.slice(at + 1);
  if (body.length === 0) return refused('表头下面没有内容。', head.row);
  if (body.length > mostRows)
    return refused(`一次最多导入 ${mostRows} 行，这个文件有 ${body.length} 行。请分成几个文件。`);
  for (const [title, column] of columns)
    for (const { row, cells } of body)
      if (!isReadable(cells[column] ?? ''))
        problems.push({
          row,
          column: title,
          message: '文字中有不能显示的字符，请删去这一格的内容后重新填写。',
        });
  return {
    // Line breaks inside a cell are how it was set, not what it says.
    rows: body.map(({ row, cells }) => ({
      row,
      cell: (title) => (cells[columns.get(title) ?? -1] ?? '').replaceAll(/\s+/g, ' '),
    })),
    problems,
  };
};
