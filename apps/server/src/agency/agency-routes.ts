import { api } from './api.ts';
import { changeAgency } from './change-agency.ts';
import { agenciesFrom } from './queries.ts';

/** The API's part on agencies. */
export const agencyRoutes = {
  list: api.agency.list.handler(async ({ context: { spine, caller } }) => [
    ...(await agenciesFrom(spine.db, [...new Set(caller.held.map(({ agencyId }) => agencyId))])),
  ]),
  change: api.agency.change.handler(async ({ context: { spine, caller }, input }) => {
    await changeAgency(spine, caller, input);
    return {};
  }),
};
