import { contract } from '@gongkai/contract';
import { implement } from '@orpc/server';
import type { Spine } from '../platform/spine.ts';
import type { ApiRequest } from './api-request.ts';
import type { Caller } from './caller.ts';
import { signedOut } from './refuse-signed-out.ts';

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
export const api = root.use(({ context, next }) => {
  if (!context.caller) throw signedOut();
  return next({ context: { caller: context.caller } });
});
