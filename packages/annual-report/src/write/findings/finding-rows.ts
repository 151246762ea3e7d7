import { nameCell } from '../../check/name-cell.ts';
import type { Finding } from '../../check/rule.ts';
import { severityWords } from '../../check/rule-words.ts';
import type { Problem } from '../../problem.ts';
import type { Report } from '../../report.ts';
import type { Field } from '../csv-lines.ts';

/** Heads of a table of findings: one finding a row. */
export const findingHead: readonly Field[] = [
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

/** Numbers stay numbers where a spreadsheet holds them exactly (15 digits), otherwise they stay text. */
export const figureField = (value: string | null): Field =>
  value === null ? null : value.replace(/[-.]/g, '').length <= 15 ? Number(value) : value;

/** What kept a file from being read, as rows under `findingHead`. */
export const problemRows = (file: string, problems: readonly Problem[]): readonly (readonly Field[])[] =>
  problems.map(({ code, message }) => [
    file,
    null,
    null,
    '读不出',
    code,
    message,
    null,
    null,
    null,
    null,
    null,
  ]);

/** What was found in a report, as rows under `findingHead`. */
export const findingRows = (
  file: string,
  { agency, year }: Pick<Report, 'agency' | 'year'>,
  findings: readonly Finding[],
): readonly (readonly Field[])[] =>
  findings.map(({ rule, severity, message, cells, expected, found, repair }) => [
    file,
    agency,
    year,
    severityWords[severity].name,
    rule,
    message,
    cells.map(nameCell).join('；'),
    expected,
    found,
    repair ? nameCell(repair.cell) : null,
    repair ? figureField(repair.value) : null,
  ]);
