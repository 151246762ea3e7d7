import { contractRoutes } from 'virtual:contract-routes';
import type { Contract } from '@gongkai/contract';
import { type ClientContext, createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { confirmIdentity } from './confirmation.ts';
import { tellOfSession } from './session-news.ts';

/** What goes with a call besides its input. */
export interface CallContext extends ClientContext {
  /** Sent twice with the same key, an act is done once: safe to repeat after a lost answer. */
  readonly once?: string;
  /** Sent by a timer, not by anybody's hand: it must not keep an idle session awake. */
  readonly isBackground?: boolean;
}

const hasCode = (error: unknown, code: string): boolean => error instanceof ORPCError && error.code === code;

const link = new OpenAPILink<CallContext>(contractRoutes, {
  url: `${location.origin}/api`,
  headers: ({ context }) => ({
    ...(context.once && { 'idempotency-key': context.once }),
    ...(context.isBackground && { 'gongkai-background': '1' }),
  }),
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  interceptors: [
    async ({ next, context }) => {
      try {
        const answer = await next();
        if (!context.isBackground) tellOfSession('alive');
        return answer;
      } catch (error) {
        if (hasCode(error, 'SIGNED_OUT')) tellOfSession('ended');
        // A sensitive act: proved once more who it is, the same call is sent again.
        if (hasCode(error, 'CONFIRMATION_NEEDED') && (await confirmIdentity())) return next();
        throw error;
      }
    },
  ],
});

const client: JsonifiedClient<ContractRouterClient<Contract, CallContext>> = createORPCClient(link);

/** The API: `api.agency.list.queryOptions()` for queries, `api.agency.change.call(input)` for acts. */
export const api = createTanstackQueryUtils(client);

/** A key for one act. Not `crypto.randomUUID`: networks without HTTPS have none. */
export const newOnceKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
