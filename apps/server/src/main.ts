import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Command, CommandOptions } from './command.ts';
import { errorForPeople } from './error-for-people.ts';
import { readConfig } from './platform/config.ts';

/** Options of all commands; the command line (apps/cli) has checked which belongs to which. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    'no-demonstration': { type: 'boolean' },
    government: { type: 'string' },
    region: { type: 'string' },
    office: { type: 'string' },
    system: { type: 'string' },
    security: { type: 'string' },
    audit: { type: 'string' },
    to: { type: 'string' },
    from: { type: 'string' },
    file: { type: 'string' },
    head: { type: 'string' },
    source: { type: 'string' },
    year: { type: 'string' },
  },
});

/** Each command's module is loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./command-serve.ts')).serveCommand,
  init: async () => (await import('./command-init.ts')).initCommand,
  backup: async () => (await import('./command-backup.ts')).backupCommand,
  restore: async () => (await import('./command-backup.ts')).restoreCommand,
  'audit verify': async () => (await import('./command-audit.ts')).verifyCommand,
  'audit export': async () => (await import('./command-audit.ts')).exportCommand,
  'calendar import': async () => (await import('./command-calendar.ts')).calendarCommand,
};

const names =
  positionals.length === 0 ? ['serve'] : [positionals.slice(0, 2).join(' '), positionals[0] ?? ''];
const name = names.find((candidate) => commands[candidate]);

try {
  if (!name) {
    console.error(`没有“${positionals.join(' ')}”这个命令；有：${Object.keys(commands).join('、')}。`);
    process.exit(2);
  }
  const env = {
    ...process.env,
    ...(typeof values.data === 'string' && { GONGKAI_DATA: values.data }),
    ...(typeof values.only === 'string' && { GONGKAI_ONLY: values.only }),
  };
  const run = await (commands[name] as () => Promise<Command>)();
  const code = await run(
    readConfig(env, availableParallelism()),
    values as CommandOptions,
    positionals.slice(name.split(' ').length),
  );
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  const { message, code } = errorForPeople(error);
  console.error(message);
  process.exit(code);
}
