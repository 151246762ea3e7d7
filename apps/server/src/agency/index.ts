export { actAs } from './act-as.ts';
export { agencyRoutes } from './agency-routes.ts';
export { type ApiContext, api, publicApi } from './api.ts';
export type { ApiRequest } from './api-request.ts';
export type { Caller } from './caller.ts';
export { closeAgency } from './close-agency.ts';
export { createAgency } from './create-agency.ts';
export { designateCompetent } from './designate-competent.ts';
export { type OpenColumns, openColumnsJob } from './follow-new-agencies.ts';
export { openCaller } from './open-caller.ts';
export { PermissionDenied, permit, rolesFor } from './permit.ts';
export { findPublicAgencies, publicAgency, publicAgencyIds, publicRoot } from './public-agencies.ts';
export { agenciesFrom, publicAgencies, readAgency, rootAgencyId } from './queries.ts';
export { profileRoutes, sessionRoutes } from './session-routes.ts';
export { closeWork, type NewWork, openWork } from './work-item.ts';
export { notificationRoutes, workRoutes } from './work-routes.ts';

import './tables.ts';
