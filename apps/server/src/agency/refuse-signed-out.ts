import { Refusal } from '../platform/refusal.ts';

/** Nobody is signed in, or no longer. */
export const signedOut = (): Refusal =>
  new Refusal('signed_out', 'SIGNED_OUT', '您还没有登录，或登录已经到期。请重新登录。');
