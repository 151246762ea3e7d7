import type { Caller } from './caller.ts';

/**
 * The caller without an idempotency key: the result of an act that is done once is kept in the database, and one
 * that holds a password or a token must not be.
 */
export const withoutRepeat = (caller: Caller): Caller => ({ ...caller, once: undefined });
