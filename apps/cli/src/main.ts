import { parseArgs } from 'node:util';
import { type Command, type CommandName, commands, parseConfig } from './commands.ts';
import { commandHelp, help } from './help.ts';
import type { Options } from './options.ts';
import { runServerCommand } from './server-command.ts';
import { UsageError } from './usage-error.ts';

type ReportCommand = Extract<CommandName, `report ${string}`>;

/** Each command's module is loaded only when it is called: the help answers at once. */
const run: Readonly<Record<ReportCommand, (files: readonly string[], options: Options) => Promise<number>>> =
  {
    'report read': async (files, options) => (await import('./report/read.ts')).read(files, options),
    'report check': async (files, options) => (await import('./report/check.ts')).check(files, options),
    'report write': async (files, options) => (await import('./report/write.ts')).write(files, options),
    'report compare': async (files, options) => (await import('./report/compare.ts')).compare(files, options),
    'report template': async (files, options) =>
      (await import('./report/template.ts')).template(files, options),
  };

const find = (words: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));

const parse = (command: Command, args: string[]): { readonly files: string[]; readonly options: Options } => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: parseConfig(command),
      allowPositionals: true,
      allowNegative: false,
    });
    return { files: positionals, options: values as Options };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec(String(error))?.[1] ?? '';
    throw new UsageError(`选项 ${option} 写得不对。运行 gongkai ${command.name} --help 看全部选项。`);
  }
};

const main = async (args: string[]): Promise<number> => {
  const command = find(args);
  if (!command) {
    const asked = args.length === 0 || args.includes('--help') || args.includes('-h');
    const known =
      args.length === 0 ||
      args[0]?.startsWith('-') ||
      (args.length === 1 && commands.some(({ name }) => name.startsWith(`${args[0]} `)));
    if (!known) throw new UsageError(`没有“${args.slice(0, 2).join(' ')}”这个命令。\n\n${help()}`);
    console.log(help());
    return asked || known ? 0 : 2;
  }
  const rest = args.slice(command.name.split(' ').length);
  const { files, options } = parse(command, rest);
  if (options.help) {
    console.log(commandHelp(command));
    return 0;
  }
  if (command.runs === 'server') return runServerCommand(command.name, rest);
  return run[command.name as ReportCommand](files, options);
};

// A reader that closes the pipe (head, less) has seen enough: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
