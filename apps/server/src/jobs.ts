import { calendarJob } from './agency/index.ts';
import { demonstrationJob, freezeArchivedJob } from './demonstration/index.ts';
import { standardColumnsJob } from './disclosure/index.ts';
import { type OperationJobsOptions, operationJobs } from './operation/index.ts';
import type { Config } from './platform/config.ts';
import type { JobDefinition } from './platform/job/job-definition.ts';
import { openMailTransport } from './platform/mail/mail-transport.ts';
import { forgetDraftsJob, freezeCaseJob, freezeRestJob, settleRequestsJob } from './request/index.ts';

/** Every kind of job, gathered from the areas. */
export const jobsOf = (
  config: Config,
  bytes: Omit<OperationJobsOptions, 'mailTransport'>,
): readonly JobDefinition[] => [
  standardColumnsJob,
  calendarJob,
  settleRequestsJob,
  demonstrationJob,
  freezeArchivedJob,
  forgetDraftsJob,
  freezeCaseJob,
  freezeRestJob,
  ...operationJobs({
    ...bytes,
    mailTransport: config.smtpUrl ? openMailTransport(config.smtpUrl) : null,
  }),
];
