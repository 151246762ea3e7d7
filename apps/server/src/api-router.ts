import {
  agencyRoutes,
  calendarRoutes,
  notificationRoutes,
  personRoutes,
  postRoutes,
  profileRoutes,
  publicApi,
  sessionRoutes,
  settingRoutes,
  tokenRoutes,
  workRoutes,
} from './agency/index.ts';
import { auditRoutes } from './audit/index.ts';
import { columnRoutes } from './disclosure/index.ts';
import { jobRoutes, mailRoutes } from './operation/index.ts';
import type { Config } from './platform/config.ts';
import type { JobDefinition } from './platform/job/job-definition.ts';
import { siteSettings } from './portal/index.ts';
import {
  openRequestsOf,
  type Redactor,
  requestArchiveRoutes,
  requestFileRoutes,
  requestLetterRoutes,
  requestListRoutes,
  requestRedactionRoutes,
  requestRoutes,
  requestSettings,
} from './request/index.ts';

/** The whole API, gathered from the areas; the types hold it to the contract: no procedure is missing. */
export const createApiRouter = (config: Config, jobs: readonly JobDefinition[], redactor: Redactor) =>
  publicApi.router({
    session: sessionRoutes,
    profile: profileRoutes,
    agency: agencyRoutes([openRequestsOf]),
    person: personRoutes,
    post: postRoutes,
    token: tokenRoutes,
    audit: auditRoutes({ algorithm: config.chain }),
    mail: mailRoutes({ hasServer: config.smtpUrl !== null }),
    job: jobRoutes(jobs),
    calendar: calendarRoutes,
    setting: settingRoutes([...Object.values(siteSettings), ...Object.values(requestSettings)]),
    work: workRoutes,
    column: columnRoutes,
    request: requestRoutes,
    requestList: requestListRoutes,
    requestFile: requestFileRoutes,
    requestLetter: requestLetterRoutes,
    requestArchive: requestArchiveRoutes,
    requestRedaction: requestRedactionRoutes(redactor),
    notification: notificationRoutes,
  });
