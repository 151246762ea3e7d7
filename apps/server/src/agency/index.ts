export { actAs } from './act-as.ts';
export { agencyRoutes } from './agency-routes.ts';
export { type ApiContext, api, publicApi } from './api.ts';
export { calendarRoutes } from './calendar-routes.ts';
export type { Caller } from './caller.ts';
export { changeAgency } from './change-agency.ts';
export { changeSettings } from './change-settings.ts';
export { requireConfirmation } from './confirm-identity.ts';
export { createAgency } from './create-agency.ts';
export { createPerson, type FirstPassword } from './create-person.ts';
export { authorisePost } from './decide-post.ts';
export { type OpenColumns, openColumnsJob } from './follow-new-agencies.ts';
export { handOverPerson } from './hand-over-person.ts';
export { importCalendarYear, previewCalendarYear } from './import-calendar-year.ts';
export { initialise } from './initialise.ts';
export { openCaller } from './open-caller.ts';
export { isDemonstration, operationSettings } from './operation-settings.ts';
export { hashPassword } from './password.ts';
export { PermissionDenied, permit, permitReading, rolesFor } from './permit.ts';
export { permitAtRoot } from './permit-at-root.ts';
export { personRoutes, postRoutes, tokenRoutes } from './person-routes.ts';
export { proposePost } from './propose-post.ts';
export {
  findPublicAgencies,
  type PublicAgencyWithNeighbours,
  publicAgency,
  publicAgencyIds,
  publicRoot,
} from './public-agencies.ts';
export { readAgency, rootAgencyId } from './queries.ts';
export { reachableAgencies } from './reachable-agencies.ts';
export { readAgencyCalendar, readCalendar } from './read-calendar.ts';
export { reassignWork } from './reassign-work.ts';
export { recordReading } from './record-reading.ts';
export { signedOut, tokenRefused } from './refuse-signed-out.ts';
export { calendarJob } from './remind-of-calendar.ts';
export { securitySettings } from './security-policy.ts';
export { profileRoutes, sessionRoutes } from './session-routes.ts';
export { settingRoutes } from './setting-routes.ts';
export { terminalCaller } from './terminal-caller.ts';
export { closeWork, type NewWork, openWork, workRow } from './work-item.ts';
export { notificationRoutes, workRoutes } from './work-routes.ts';

import './tables.ts';
