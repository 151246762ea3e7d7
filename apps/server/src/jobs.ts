import { calendarJob } from './agency/index.ts';
import { standardColumnsJob } from './disclosure/index.ts';
import type { JobDefinition } from './platform/job/job-definition.ts';

/** Every kind of job, gathered from the areas. */
export const jobs: readonly JobDefinition[] = [standardColumnsJob, calendarJob];
