import { commands, commonOptions } from '../../apps/cli/src/commands.ts';

/** What is wrong with a command that a document shows, or null when it can be run as it stands. */
const wrongIn = (line: string, scripts: ReadonlySet<string>): string | null => {
  const npm = /^npm (?:run )?([\w-]+)/.exec(line);
  if (npm) {
    const name = npm[1] as string;
    return scripts.has(name) || ['ci', 'install'].includes(name) ? null : `no npm script ${name}`;
  }
  const own = /^(?:npx )?gongkai\s+(.*)$/.exec(line);
  if (!own) return null;
  const words = (own[1] ?? '').split(/\s+/);
  const command = commands.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!command) return words[0]?.startsWith('-') ? null : `no command gongkai ${own[1]}`;
  const options = new Set([...Object.keys(command.options), ...Object.keys(commonOptions)]);
  const unknown = [...` ${own[1] ?? ''}`.matchAll(/\s--([\w-]+)/g)]
    .map((match) => match[1] as string)
    .find((name) => !options.has(name));
  return unknown ? `gongkai ${command.name} has no option --${unknown}` : null;
};

/** Commands in a document: lines of shell blocks, and `code` that begins with npm, npx or gongkai. */
const commandsIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/```(?:sh|bash|shell|console)\n([\s\S]*?)```/g)].flatMap((match) =>
    (match[1] as string).split('\n'),
  ),
  ...[...text.matchAll(/`((?:npm|npx|gongkai)\s[^`]+)`/g)].map((match) => match[1] as string),
];

/** Every command of a document that can't be run, with the reason. */
export const wrongCommands = (text: string, scripts: ReadonlySet<string>): readonly string[] =>
  commandsIn(text)
    .map((line) =>
      line
        .trim()
        .replace(/^\$ /, '')
        .replace(/^(?:[A-Z_]+=\S+ )+/, ''),
    )
    .flatMap((line) => {
      const wrong = wrongIn(line, scripts);
      return wrong ? [`${line}: ${wrong}`] : [];
    });
