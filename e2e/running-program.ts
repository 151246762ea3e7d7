import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
const cache = fileURLToPath(new URL('../node_modules/.cache/gongkai', import.meta.url));

export interface RunningProgram {
  readonly child: ChildProcess;
  /** Where it listens. */
  readonly url: string;
  readonly output: () => string;
  /** Resolves when the process is gone. */
  readonly ended: Promise<number | null>;
}

/** Waits until something is so; fails with `what` when it never is. */
export const until = async <T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  seconds = 120,
): Promise<T> => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`waited ${seconds} s in vain: ${what}`);
};

/** What still runs when this process ends, because something failed, is ended with it. */
const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** Starts a command of the server's program as a process of its own. */
export const spawnProgram = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Omit<RunningProgram, 'url'> => {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: cache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  child.once('close', () => started.delete(child));
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, output: () => text, ended };
};

/** Starts the program on a free port and waits until it listens. */
export const startProgram = async (
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ['serve'],
): Promise<RunningProgram> => {
  const program = spawnProgram(args, { PORT: '0', ...env });
  const url = await until('the program listens', () => {
    if (program.child.exitCode !== null) throw new Error(`the program ended: ${program.output()}`);
    return /已启动：(http:\S+)/.exec(program.output())?.[1];
  });
  return { ...program, url: url.replace('localhost', '127.0.0.1') };
};

/** Runs a command to its end. */
export const runCommand = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> => {
  const program = spawnProgram(args, env);
  const code = await program.ended;
  return { code, output: program.output() };
};
