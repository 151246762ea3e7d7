import type { CommandOptions } from './command.ts';
import { describeAccounts, isDemonstrationUnfinished, setUpDemonstration } from './demonstration/index.ts';
import type { Config } from './platform/config.ts';
import { serve } from './serve.ts';

/** `gongkai serve`: everything, or the faces named; an empty data folder becomes the demonstration district. */
export const serveCommand = async (config: Config, options: CommandOptions): Promise<undefined> => {
  await serve(config, async ({ spine, isNew }) => {
    if (!isNew) {
      if (await isDemonstrationUnfinished(spine)) await setUpDemonstration(spine, { applications: true });
      return '';
    }
    if (options['no-demonstration'] || config.databaseUrl)
      return '数据库里还没有任何单位。请先运行 gongkai init 建立系统。';
    return describeAccounts(await setUpDemonstration(spine, { applications: true }));
  });
  return undefined;
};
