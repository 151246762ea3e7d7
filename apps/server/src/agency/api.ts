import { contract } from '@gongkai/contract';
import { implement } from '@orpc/server';
import type { Spine } from '../platform/spine.ts';
import type { ApiRequest } from './api-request.ts';
import type { Caller } from './caller.ts';
import { hashInput } from './hash-input.ts';
import { signedOut, tokenRefused } from './refuse-signed-out.ts';
import { withoutRepeat } from './without-repeat.ts';

/** What every handler of the API gets with a request. */
export interface ApiContext {
  readonly spine: Spine;
  /** Who asks; null where nobody is signed in. */
  readonly caller: Caller | null;
  readonly request: ApiRequest;
  /** Headers of the answer: cookies. */
  readonly answer: { readonly headers: Headers };
}

const root = implement(contract).$context<ApiContext>();

/** Implements a procedure that anybody may call: `publicApi.session.signIn.handler(…)`. */
export const publicApi = root;

/** Implements a procedure for callers that are signed in: `api.agency.change.handler(…)` with `context.caller`. */
export const api = root.use(async ({ context, next, path, procedure }, input) => {
  const { caller, request, spine } = context;
  if (!caller) throw request.headers.has('authorization') ? tokenRefused() : signedOut();
  if (caller.once === undefined) return next({ context: { caller } });
  // What only reads is done each time, with the rights of now.
  if (procedure['~orpc'].route.method === 'GET') return next({ context: { caller: withoutRepeat(caller) } });
  // Keyed: of what is short, a name that was searched for, a bare hash would be guessed.
  const asked = spine.cipher.index(await hashInput([path, input]), 'done_once.asked').toString('hex');
  return next({ context: { caller: { ...caller, asked } } });
});
