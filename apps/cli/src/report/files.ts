import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Report, type ReportFormat, reportFormats } from '@gongkai/annual-report';
import type { ReportEngine } from '@gongkai/report-worker';
import { UsageError } from '../usage-error.ts';

const endings: Readonly<Record<string, ReportFormat>> = {
  '.htm': 'html',
  '.markdown': 'md',
  ...Object.fromEntries(reportFormats.map((format) => [`.${format}`, format])),
};

/** The format that a file name asks for. */
export const formatOf = (path: string | undefined): ReportFormat => {
  if (path === undefined) throw new UsageError('请用 --to 给出要写的文件。');
  const format = endings[extname(path).toLowerCase()];
  if (!format)
    throw new UsageError(
      `“${path}”的扩展名不是能写的格式；能写：${reportFormats.map((name) => `.${name}`).join(' ')}`,
    );
  return format;
};

/** Reads the one report of a file, or says why that can't be done. */
export const readOne = async (engine: ReportEngine, path: string): Promise<Report> => {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`读不到文件“${path}”。`);
  });
  const { reports, problems } = await engine.read(bytes, path);
  const [report, another] = reports;
  if (!report) throw new UsageError(`“${path}”：${problems.map(({ message }) => message).join(' ')}`);
  if (another) throw new UsageError(`“${path}”里有 ${reports.length} 份报告，请分开保存后再试。`);
  return report;
};
