import type { Caller } from './caller.ts';

/**
 * The caller without an idempotency key: an act done once answers a second sending with the result it kept, and
 * passwords and tokens are kept nowhere. Such an act is done again instead, and answers with what counts from now on.
 */
export const withoutRepeat = (caller: Caller): Caller => ({ ...caller, once: undefined });
