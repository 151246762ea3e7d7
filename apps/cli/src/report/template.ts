import { writeFile } from 'node:fs/promises';
import { blankReport, type FormId, forms } from '@gongkai/annual-report';
import { openReportEngine } from '@gongkai/report-worker';
import type { Options } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { formatOf } from './files.ts';

const formOf = (text = '2021'): FormId => {
  const form = forms.find(({ id }) => id === text);
  if (!form) throw new UsageError(`没有“${text}”格式；有：${forms.map(({ id }) => id).join('、')}。`);
  return form.id;
};

const yearOf = (text: string): number => {
  if (!/^20\d\d$/.test(text)) throw new UsageError(`--year 要写成四位年份，给的是“${text}”。`);
  return Number(text);
};

/** `gongkai report template --form 2021 --to blank.docx`. */
export const template = async (_operands: readonly string[], options: Options): Promise<number> => {
  const format = formatOf(options.to);
  const report = blankReport(formOf(options.form), {
    ...(options.agency === undefined ? {} : { agency: options.agency }),
    ...(options.year === undefined ? {} : { year: yearOf(options.year) }),
  });
  const engine = openReportEngine({ recognise: false });
  await writeFile(options.to as string, await engine.write(report, format));
  console.log(`已写入 ${options.to}`);
  return 0;
};
