import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from './child-environment.ts';
import type { Program } from './find-program.ts';

/** A small process that outlives the program by a moment, to end PostgreSQL when the program was killed. */
export interface Watchdog {
  readonly pid: () => number | undefined;
  /** The postmaster to end; 0 when there is none. */
  readonly guard: (postmaster: number) => void;
  /** Ends the watchdog, which ends what it still guards. */
  readonly close: () => void;
}

const script = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));

/** Starts the watchdog, and another one should it be killed. `socketFolder` is removed with PostgreSQL. */
export const startWatchdog = ({ pgCtl }: Program, socketFolder: string | null): Watchdog => {
  let guarded = 0;
  let closed = false;
  let child: ChildProcess;

  const start = (): void => {
    // Told by argument: a line may not arrive any more, should the program be killed in this moment.
    const told = [script, pgCtl, socketFolder ?? '', String(guarded)];
    child = spawn(process.execPath, ['--max-old-space-size=16', ...told], {
      env: childEnvironment(),
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      windowsHide: true,
    });
    child.unref();
    // A pipe is a handle of its own that would keep the program running.
    (child.stdin as unknown as { unref?: () => void }).unref?.();
    child.stdin?.on('error', () => {});
    child.once('error', () => {});
    child.once('exit', () => {
      if (!closed) setTimeout(start, 1_000).unref();
    });
  };

  start();
  return {
    pid: () => child.pid,
    guard: (postmaster) => {
      guarded = postmaster;
      child.stdin?.write(`${guarded}\n`);
    },
    close: () => {
      closed = true;
      child.stdin?.end();
    },
  };
};
