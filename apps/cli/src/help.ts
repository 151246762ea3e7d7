import { type Command, commands, commonOptions, type Option } from './commands.ts';
import { pad } from './terminal.ts';

const optionLines = (options: Readonly<Record<string, Option>>): readonly string[] =>
  Object.entries(options).map(([name, { short, value, help }]) => {
    const head = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
    return `  ${pad(head, 30)}${help}`;
  });

/** The help of one command. */
export const commandHelp = (command: Command): string =>
  [
    `用法：gongkai ${command.name}${command.operands ? ` ${command.operands}` : ''} [选项]`,
    '',
    command.help,
    '',
    '选项：',
    ...optionLines(command.options),
    ...optionLines(commonOptions),
    '',
    command.runs === 'server'
      ? '退出码：0 完成；1 没有完成，或校验发现问题；2 命令或设置写错。'
      : '退出码：0 没有发现错误；1 有错误级的发现；2 有文件读不出来，或命令写错。',
  ].join('\n');

/** The help of the whole program. */
export const help = (): string =>
  [
    'gongkai（公开）：政府信息公开工作系统',
    '',
    '用法：gongkai <命令> [选项]',
    '',
    ...commands.map(
      (command) => `  ${pad(`gongkai ${command.name} ${command.operands}`, 32)}${command.help}`,
    ),
    '',
    '每个命令的选项：gongkai <命令> --help',
  ].join('\n');
