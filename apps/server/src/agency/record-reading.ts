import type { Work } from '../platform/act.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import type { Caller } from './caller.ts';

/**
 * The act before something is read whose reading itself stands in the record: permission and event. It is done each
 * time, also where the sender's Idempotency-Key came before: else the key would stand for the permission.
 */
export const recordReading = (
  spine: Spine,
  caller: Caller,
  decide: (work: Work) => Promise<void>,
): Promise<void> => actAs(spine, { ...caller, once: undefined }, decide);
