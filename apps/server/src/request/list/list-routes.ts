import { api } from '../../agency/index.ts';
import { actOnSeveral } from './act-on-several.ts';
import { countRequests } from './count-requests.ts';
import { listOfficers } from './list-officers.ts';
import { listSimilar } from './list-similar.ts';
import { proposeDisclosure } from './proposal.ts';
import { listViews, removeView, saveView } from './saved-views.ts';
import { showEarlier } from './show-earlier.ts';

/** The API's part on work lists. */
export const requestListRoutes = {
  counts: api.requestList.counts.handler(({ context: { spine, caller }, input }) =>
    countRequests(spine, caller, input.agencyId),
  ),
  views: api.requestList.views.handler(({ context: { spine, caller } }) => listViews(spine, caller)),
  saveView: api.requestList.saveView.handler(({ context: { spine, caller }, input }) =>
    saveView(spine, caller, input),
  ),
  removeView: api.requestList.removeView.handler(({ context: { spine, caller }, input }) =>
    removeView(spine, caller, input.id),
  ),
  bulk: api.requestList.bulk.handler(({ context: { spine, caller }, input }) =>
    actOnSeveral(spine, caller, input),
  ),
  officers: api.requestList.officers.handler(({ context: { spine, caller }, input }) =>
    listOfficers(spine, caller, input.agencyId),
  ),
  similar: api.requestList.similar.handler(({ context: { spine, caller }, input }) =>
    listSimilar(spine, caller, input),
  ),
  propose: api.requestList.propose.handler(({ context: { spine, caller }, input }) =>
    proposeDisclosure(spine, caller, input),
  ),
  earlier: api.requestList.earlier.handler(({ context: { spine, caller }, input }) =>
    showEarlier(spine, caller, input),
  ),
};
