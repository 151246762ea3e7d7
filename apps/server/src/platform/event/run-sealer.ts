import type { Db } from '../database/open-database.ts';
import { isUnreachable } from '../database/problem.ts';
import { log } from '../log.ts';
import type { ChainAlgorithm } from './link-hash.ts';
import { sealEvents } from './seal-events.ts';

/** Links events as they come, until it is stopped. */
export interface Sealer {
  /** Seals without waiting for the next turn. */
  readonly wake: () => void;
  /** Seals what is settled, then ends. A database that is gone doesn't keep it from ending. */
  readonly stop: () => Promise<void>;
}

/** While events come: four times a second. Idle: less and less often. */
const busyMs = 250;
const idleMs = 4_000;

/** Runs the sealer. One per program; those of several programs on one database take turns. */
export const runSealer = (db: Db, algorithm: ChainAlgorithm): Sealer => {
  let pause = busyMs;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let turn: Promise<void> = Promise.resolve();

  const seal = async (): Promise<void> => {
    try {
      const sealed = await sealEvents(db, algorithm, { wait: false });
      pause = sealed > 0 ? busyMs : Math.min(pause * 2, idleMs);
    } catch (error) {
      pause = idleMs;
      log('events not sealed', {
        unreachable: isUnreachable(error),
        code: String((error as { readonly code?: unknown }).code ?? ''),
      });
    }
  };

  const schedule = (ms: number): void => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      turn = turn.then(seal).then(() => schedule(pause));
    }, ms);
  };
  schedule(busyMs);

  return {
    wake: () => schedule(0),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turn;
      await seal();
    },
  };
};
