import {
  csvLines,
  type Finding,
  findingRows,
  findingsToJson,
  type Problem,
  problemRows,
  type Reading,
  type Report,
  reportToJson,
} from '@gongkai/annual-report';
import { styleFor } from '../terminal.ts';
import type { FileResult, Output, Row } from './file-task.ts';
import { printFindings } from './print-findings.ts';
import { printProblems, printReport } from './print-report.ts';
import { reportRows } from './rows.ts';

/** A report with what the checks found in it. */
export interface Examined {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Files that the findings compare, in the order of `Evidence.report`; absent where there is only this one. */
  readonly files?: readonly string[];
}

const nothing: Report = {
  title: null,
  agency: null,
  year: null,
  form: null,
  published: null,
  tables: {},
  cells: new Map(),
  sections: [],
  preamble: [],
  problems: [],
};

/** A file from which nothing was read still gives one object, which says why. */
const reportsOf = (reading: Reading): readonly Report[] => {
  const reports = reading.reports.length > 0 ? reading.reports : [nothing];
  return reports.map((report) => ({ ...report, problems: [...reading.problems, ...report.problems] }));
};

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

const summary = (
  file: string,
  reading: Reading,
  findings: readonly Finding[],
): Omit<FileResult, 'text' | 'rows'> => ({
  file,
  readable: reading.reports.length > 0,
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
  notices: findings.filter(({ severity }) => severity === 'notice').length,
  reports: reading.reports.map(({ agency, year }) => ({ agency, year })),
});

/** What `report read` gives for one file. */
export const presentReading = (file: string, reading: Reading, output: Output): FileResult => {
  const head = summary(file, reading, []);
  const reports = reportsOf(reading);
  const rows: readonly Row[] =
    output.kind === 'csv' || output.kind === 'rows'
      ? reports.flatMap((report) => reportRows(file, report))
      : [];
  if (output.kind === 'json')
    return { ...head, rows, text: lines(reports.map((report) => reportToJson(report, file))) };
  if (output.kind === 'csv') return { ...head, rows: [], text: csvLines(rows) };
  if (output.kind === 'rows') return { ...head, rows, text: '' };
  const style = styleFor(output.color);
  const text =
    reading.reports.length > 0
      ? lines(reports.map((report) => printReport(file, report, style, output.width)))
      : lines([`${style.bold(file)}\n${printProblems(reading.problems, style, output.width)}`]);
  return { ...head, rows, text };
};

/** What `report check` gives for one file. */
export const presentChecks = (
  file: string,
  reading: Reading,
  examined: readonly Examined[],
  output: Output,
): FileResult => {
  const head = summary(
    file,
    reading,
    examined.flatMap(({ findings }) => findings),
  );
  const all: readonly Examined[] = examined.length > 0 ? examined : [{ report: nothing, findings: [] }];
  const problems: readonly Problem[] = reading.reports.length > 0 ? [] : reading.problems;
  const rows: readonly Row[] =
    output.kind === 'csv' || output.kind === 'rows'
      ? [
          ...problemRows(file, problems),
          ...all.flatMap(({ report, findings }) => findingRows(file, report, findings)),
        ]
      : [];
  if (output.kind === 'json')
    return {
      ...head,
      rows,
      text: lines(
        all.map(({ report, findings, files }) =>
          findingsToJson(file, report, findings, { ...(files ? { files } : {}), problems }),
        ),
      ),
    };
  if (output.kind === 'csv') return { ...head, rows: [], text: csvLines(rows) };
  if (output.kind === 'rows') return { ...head, rows, text: '' };
  const style = styleFor(output.color);
  const text = lines(
    all.map(({ report, findings, files }) =>
      printFindings(file, report, findings, problems, files, style, output.width),
    ),
  );
  return { ...head, rows, text };
};
