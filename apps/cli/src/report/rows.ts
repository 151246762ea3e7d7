import { type Finding, findCell, nameCell, type Problem, type Report } from '@gongkai/annual-report';
import type { Row } from './file-task.ts';

/** Heads of `report read --csv` and `--xlsx`: one cell of a report a row. */
export const reportHead: Row = [
  '文件',
  '机关',
  '年度',
  '格式',
  '表',
  '单元格',
  '行',
  '列',
  '值',
  '单位',
  '原文',
  '取得方式',
  '备注',
];

/** Heads of `report check --csv` and `--xlsx`: one finding a row. */
export const findingHead: Row = [
  '文件',
  '机关',
  '年度',
  '轻重',
  '规则',
  '说明',
  '单元格',
  '应为',
  '实为',
  '建议改的单元格',
  '建议改为',
];

export const severityNames = { error: '错误', warning: '警告', notice: '提示' } as const;

export const statusNames = {
  printed: '印出',
  blank: '空白',
  absent: '缺失',
  byOrder: '按次序',
  byArithmetic: '按合计',
  solved: '解出',
  recognised: '识别',
  unreadable: '读不准',
} as const;

/** Numbers stay numbers where a spreadsheet holds them exactly (15 digits), otherwise they stay text. */
const figure = (value: string | null): string | number | null =>
  value === null ? null : value.replace(/[-.]/g, '').length <= 15 ? Number(value) : value;

/** A report as rows: one cell of the form a row; a file from which nothing was read gives none. */
export const reportRows = (file: string, report: Report): readonly Row[] =>
  Array.from(report.cells, ([id, cell]) => {
    const place = findCell(id);
    const table = place?.table.id;
    return [
      file,
      report.agency,
      report.year,
      (table && report.tables[table]?.form) ?? null,
      place?.table.title ?? null,
      id,
      place?.row.label ?? null,
      place?.column.label ?? null,
      figure(cell.value),
      cell.unit ?? null,
      cell.raw,
      statusNames[cell.status],
      cell.remark ?? null,
    ];
  });

/** What was found in a report as rows; a problem that kept the file from being read is a row too. */
export const findingRows = (
  file: string,
  report: Report,
  findings: readonly Finding[],
  problems: readonly Problem[],
): readonly Row[] => [
  ...problems.map(
    ({ code, message }): Row => [file, null, null, '读不出', code, message, null, null, null, null, null],
  ),
  ...findings.map(
    ({ rule, severity, message, cells, expected, found, repair }): Row => [
      file,
      report.agency,
      report.year,
      severityNames[severity],
      rule,
      message,
      cells.map(nameCell).join('；'),
      expected,
      found,
      repair ? nameCell(repair.cell) : null,
      repair ? figure(repair.value) : null,
    ],
  ),
];

/** A field of a CSV file (RFC 4180); text that a spreadsheet would take for a formula gets an apostrophe. */
const field = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const toCsv = (rows: readonly Row[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
