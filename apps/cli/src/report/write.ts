import { writeFile } from 'node:fs/promises';
import { openReportEngine } from '@gongkai/report-worker';
import type { Options } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { formatOf, readOne } from './files.ts';

/** `gongkai report write --from data.json --to out.docx`. */
export const write = async (_operands: readonly string[], options: Options): Promise<number> => {
  const format = formatOf(options.to);
  if (options.from === undefined) throw new UsageError('请用 --from 给出数据文件。');
  const engine = openReportEngine({ recognise: true });
  const report = await readOne(engine, options.from);
  await writeFile(options.to as string, await engine.write(report, format));
  console.log(`已写入 ${options.to}`);
  return 0;
};
