import { calendarJob } from './agency/index.ts';
import { standardColumnsJob } from './disclosure/index.ts';
import { openByteStore } from './open-store.ts';
import { operationJobs } from './operation/index.ts';
import type { Config } from './platform/config.ts';
import type { JobDefinition } from './platform/job/job-definition.ts';
import { openMailTransport } from './platform/mail/mail-transport.ts';

/** Every kind of job, gathered from the areas. */
export const jobsOf = (config: Config): readonly JobDefinition[] => [
  standardColumnsJob,
  calendarJob,
  ...operationJobs({
    ...openByteStore(config),
    mailTransport: config.smtpUrl ? openMailTransport(config.smtpUrl) : null,
  }),
];
