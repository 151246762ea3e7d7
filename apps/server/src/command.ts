import type { Config } from './platform/config.ts';

/** A command's options, as typed; the command line (apps/cli) has checked which belongs to which. */
export type CommandOptions = Readonly<Record<string, string | boolean | undefined>>;

/** A command of the program; returns its exit code, or nothing where it is 0 or the command goes on running. */
export type Command = (
  config: Config,
  options: CommandOptions,
  operands: readonly string[],
) => Promise<number | undefined>;
