import { act, type Work } from '../platform/act.ts';
import type { Spine } from '../platform/spine.ts';
import type { Caller } from './caller.ts';

/** An act of a caller: see `act`. */
export const actAs = <T>(spine: Spine, caller: Caller, decide: (work: Work) => Promise<T>): Promise<T> =>
  act(
    {
      db: spine.db,
      actor: caller.actor,
      now: spine.now,
      requestId: caller.requestId,
      once: caller.once,
      asked: caller.asked,
    },
    decide,
  );
