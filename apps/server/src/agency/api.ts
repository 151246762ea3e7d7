import { contract } from '@gongkai/contract';
import { implement } from '@orpc/server';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import type { Caller } from './caller.ts';

/** What every handler of the API gets with a request. */
export interface ApiContext {
  readonly spine: Spine;
  /** Who asks; null where nobody is signed in. */
  readonly caller: Caller | null;
  readonly request: {
    readonly id: string;
    /** The client's network address, for limits; never logged. */
    readonly address: string;
    readonly browser: string | null;
    readonly headers: Headers;
  };
  /** Headers of the answer: cookies. */
  readonly answer: { readonly headers: Headers };
}

const root = implement(contract).$context<ApiContext>();

/** Implements a procedure that anybody may call: `publicApi.session.signIn.handler(…)`. */
export const publicApi = root;

/** Implements a procedure for callers that are signed in: `api.agency.change.handler(…)` with `context.caller`. */
export const api = root.use(({ context, next }) => {
  if (!context.caller)
    throw new Refusal('signed_out', 'SIGNED_OUT', '您还没有登录，或登录已经到期。请重新登录。');
  return next({ context: { caller: context.caller } });
});
