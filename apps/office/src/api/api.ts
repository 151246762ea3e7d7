import type { Contract } from '@gongkai/contract';
import { createORPCClient, type ClientContext } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { contractRoutes } from 'virtual:contract-routes';
import { tellOfSession } from './session-news.ts';

/** What goes with a call besides its input. */
export interface CallContext extends ClientContext {
  /** Sent twice with the same key, an act is done once: safe to repeat after a lost answer. */
  readonly once?: string;
}

const link = new OpenAPILink<CallContext>(contractRoutes, {
  url: `${location.origin}/api`,
  headers: ({ context }) => (context.once ? { 'idempotency-key': context.once } : {}),
  fetch: async (request, init) => {
    const answer = await fetch(request, { ...init, credentials: 'same-origin' });
    if (answer.status === 401) {
      const { code } = (await answer.clone().json().catch(() => ({}))) as { readonly code?: string };
      if (code === 'SIGNED_OUT') tellOfSession('ended');
    } else if (answer.status < 500) tellOfSession('alive');
    return answer;
  },
});

const client: JsonifiedClient<ContractRouterClient<Contract, CallContext>> = createORPCClient(link);

/** The API: `api.agency.list.queryOptions()` for queries, `api.agency.change.call(input)` for acts. */
export const api = createTanstackQueryUtils(client);

/** A key for one act. Not `crypto.randomUUID`: networks without HTTPS have none. */
export const newOnceKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
