import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importCalendarYear, previewCalendarYear, rootAgencyId, terminalCaller } from './agency/index.ts';
import type { CommandOptions } from './command.ts';
import { openSpine } from './open-spine.ts';
import { type Config, ConfigError } from './platform/config.ts';

/** `gongkai calendar import FILE`: a year's holidays, as the State Council announced them. */
export const calendarCommand = async (
  config: Config,
  options: CommandOptions,
  [path]: readonly string[],
): Promise<number> => {
  const { year, source, region } = options;
  if (!path) throw new ConfigError('请指明放假安排的文件（CSV、文本或 XLSX）。');
  if (typeof year !== 'string' || !/^\d{4}$/.test(year))
    throw new ConfigError('请用 --year 指明年份，例如 --year 2027');
  if (typeof source !== 'string' || source === '')
    throw new ConfigError('请用 --source 写明依据，例如 --source 国务院办公厅关于2027年部分节假日安排的通知');
  const bytes = await readFile(path).catch(() => {
    throw new ConfigError(`读不了文件 ${path}。`);
  });
  const opened = await openSpine(config, { isBeside: true });
  try {
    const rootId = await rootAgencyId(opened.spine.db);
    if (rootId === null) throw new ConfigError('数据库里还没有任何单位。请先运行 gongkai init。');
    const caller = terminalCaller(rootId);
    const input = {
      year,
      source,
      ...(typeof region === 'string' && { regionCode: region }),
      file: new File([new Uint8Array(bytes)], basename(path)),
    };
    const { problems, problemCount, warnings } = await previewCalendarYear(opened.spine, caller, input);
    for (const { row, message } of problems)
      console.error(`${row === null ? '' : `第 ${row} 行：`}${message}`);
    if (problemCount > 0) {
      console.error(`有 ${problemCount} 个问题，没有导入。`);
      return 1;
    }
    for (const warning of warnings) console.error(`请核对：${warning}`);
    const imported = await importCalendarYear(opened.spine, caller, input);
    console.log(`已导入 ${year} 年工作日历：全年 ${imported.year?.workingDays ?? ''} 个工作日。`);
    return 0;
  } finally {
    await opened.close();
  }
};
