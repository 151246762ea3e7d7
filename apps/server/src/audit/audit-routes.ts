import { api } from '../agency/index.ts';
import type { ChainAlgorithm } from '../platform/event/link-hash.ts';
import { searchEvents } from './search-events.ts';
import { verifyEvents } from './verify-events.ts';

/** The API's part on the audit log; new links are made by `algorithm`. */
export const auditRoutes = ({ algorithm }: { readonly algorithm: ChainAlgorithm }) => ({
  search: api.audit.search.handler(({ context: { spine, caller }, input }) =>
    searchEvents(spine, caller, input),
  ),
  verify: api.audit.verify.handler(({ context: { spine, caller }, input }) =>
    verifyEvents(spine, caller, algorithm, input),
  ),
});
