import {
  csvLines,
  type Field,
  findingFormats,
  findingRows,
  problemRows,
  type ReportFormat,
  reportFormats,
} from '@gongkai/annual-report';
import { Hono } from 'hono';
import type { Answers, ReportParts } from './answers.ts';
import { describeReport } from './name-report.ts';
import { type ExaminedReport, type Upload, unreadFiles } from './upload.ts';
import { yearsOf, yearsRows } from './years-figures.ts';

const contentTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

type Rows = readonly (readonly Field[])[];

const rowsOf = ({ file, report, findings }: ExaminedReport): Rows => findingRows(file.name, report, findings);

const allRows = (upload: Upload): Rows => [
  ...unreadFiles(upload).flatMap(({ name, problems }) => problemRows(name, problems)),
  ...upload.reports.flatMap(rowsOf),
];

/** What can be taken away: a report in every format, findings and figures over the years as tables. */
export const downloadRoutes = (
  { readers }: ReportParts,
  { gone, file, withUpload, withReport }: Answers,
): Hono => {
  const app = new Hono();

  app.get(
    '/check/:id/:file{findings\\.[a-z]+}',
    withUpload(async (c, { upload }) => {
      const format = findingFormats.find((name) => `findings.${name}` === c.req.param('file'));
      if (!format || !upload.done) return gone(c);
      const asks = { rows: allRows(upload), format };
      const bytes = await readers.run('writeFindings', asks, { lane: upload.lane });
      return file(c, bytes, contentTypes[format], `年报体检发现.${format}`);
    }),
  );

  app.get(
    '/check/:id/:file{years-[0-9]+\\.csv}',
    withUpload((c, { upload }) => {
      const series = upload.series[Number(/\d+/.exec(c.req.param('file') ?? '')) - 1];
      if (!series) return gone(c);
      const years = yearsOf(series.map((index) => upload.reports[index] as ExaminedReport));
      const bytes = new TextEncoder().encode(`\uFEFF${csvLines(yearsRows(years))}`);
      const agency = upload.reports[series.at(-1) ?? 0]?.report.agency ?? '';
      return file(c, bytes, contentTypes.csv, `${agency}历年申请与办理结果.csv`);
    }),
  );

  app.get(
    '/check/:id/:index/:file{findings\\.[a-z]+}',
    withReport(async (c, { upload, examined }) => {
      const format = findingFormats.find((name) => `findings.${name}` === c.req.param('file'));
      if (!format) return gone(c);
      const asks = { rows: rowsOf(examined), format };
      const bytes = await readers.run('writeFindings', asks, { lane: upload.lane });
      return file(c, bytes, contentTypes[format], `${describeReport(examined)}检查发现.${format}`);
    }),
  );

  app.get(
    '/check/:id/:index/:file{report\\.[a-z]+}',
    withReport(async (c, { upload, examined }) => {
      const format = reportFormats.find((name) => `report.${name}` === c.req.param('file'));
      if (!format) return gone(c);
      const asks = { report: examined.report, format };
      const bytes = await readers.run('write', asks, { lane: upload.lane });
      return file(c, bytes, contentTypes[format], `${describeReport(examined)}.${format}`);
    }),
  );

  return app;
};
