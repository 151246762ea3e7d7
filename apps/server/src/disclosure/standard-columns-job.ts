import { type OpenColumns, openColumnsJob } from '../agency/index.ts';
import type { JobDefinition } from '../platform/job/job-definition.ts';
import { openStandardColumns } from './open-standard-columns.ts';

/** Gives new agencies their standard columns. */
export const standardColumnsJob: JobDefinition = {
  name: openColumnsJob,
  title: '为新增单位建立标准栏目',
  concurrency: 1,
  retries: 10,
  retryDelay: 5,
  longestDelay: 3600,
  limit: 60,
  run: (spine, data) => openStandardColumns(spine, (data as unknown as OpenColumns).agencyIds),
};
