import { Refusal } from '../platform/refusal.ts';

/** Nobody is signed in, or no longer. */
export const signedOut = (): Refusal =>
  new Refusal('signed_out', 'SIGNED_OUT', '您还没有登录，或登录已经到期。请重新登录。');

/** A request with a token that nothing may be done with. */
export const tokenRefused = (): Refusal =>
  new Refusal(
    'signed_out',
    'TOKEN_REFUSED',
    '令牌不正确，或已经作废、到期。请核对请求头 Authorization: Bearer gk_…，或请安全管理员另发令牌。',
  );
