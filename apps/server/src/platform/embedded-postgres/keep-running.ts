import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log.ts';
import type { Postmaster } from './run-postmaster.ts';

/** A PostgreSQL that is started again when it ends before it's told to. */
export interface Kept {
  /** Ends the keeping and tells which postmaster is left to be ended. */
  readonly release: () => Promise<Postmaster | null>;
  readonly onExit: (listener: (code: number | null) => void) => void;
}

/** First at once, then ever later up to ten seconds: a full disk is not emptied by trying. */
const delays = [0, 100, 500, 1_000, 2_000, 5_000, 10_000];

/** One that ends sooner after it took connections is started again a little later than at once. */
const settled = 10_000;

/** Keeps PostgreSQL running by starting it again for as long as the program runs. */
export const keepRunning = (first: Postmaster, start: () => Promise<Postmaster>): Kept => {
  const listeners: ((code: number | null) => void)[] = [];
  const released = new AbortController();
  let current: Postmaster | null = first;
  let failures = 0;

  const restart = async (): Promise<Postmaster | null> => {
    while (!released.signal.aborted) {
      const delay = delays[Math.min(failures, delays.length - 1)]!;
      await sleep(delay, undefined, { signal: released.signal }).catch(() => {});
      if (released.signal.aborted) return null;
      failures += 1;
      try {
        return await start();
      } catch (error) {
        log('postgres.restartFailed', { code: (error as { code?: string }).code ?? 'unknown', failures });
      }
    }
    return null;
  };

  const keep = async (): Promise<void> => {
    while (current) {
      const since = Date.now();
      const code = await current.exited;
      if (released.signal.aborted) return;
      current = null;
      log('postgres.exited', { code });
      for (const listener of listeners) listener(code);
      failures = Date.now() - since > settled ? 0 : 1;
      current = await restart();
      if (current) log('postgres.restarted');
    }
  };

  const keeping = keep();
  return {
    release: async () => {
      released.abort();
      // Without a postmaster a start may be under way: it's waited for, so that nothing starts after the end.
      if (!current) await keeping;
      return current;
    },
    onExit: (listener) => {
      listeners.push(listener);
    },
  };
};
