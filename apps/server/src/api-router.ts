import {
  agencyRoutes,
  notificationRoutes,
  profileRoutes,
  publicApi,
  sessionRoutes,
  workRoutes,
} from './agency/index.ts';
import { columnRoutes } from './disclosure/index.ts';

/** The whole API, gathered from the areas; the types hold it to the contract: no procedure is missing. */
export const apiRouter = publicApi.router({
  session: sessionRoutes,
  profile: profileRoutes,
  agency: agencyRoutes,
  work: workRoutes,
  column: columnRoutes,
  notification: notificationRoutes,
} as never);
