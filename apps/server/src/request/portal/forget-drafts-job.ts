import type { JobDefinition } from '../../platform/job/job-definition.ts';
import { forgetExpiredDrafts } from './drafts.ts';

/** Every hour: drafts of applications, and what a browser keeps of a receipt, when their time is over. */
export const forgetDraftsJob: JobDefinition = {
  name: 'forget_drafts',
  title: '删除到期的申请草稿',
  concurrency: 1,
  retries: 3,
  retryDelay: 60,
  longestDelay: 3600,
  limit: 3600,
  schedule: '25 * * * *',
  run: async (spine, _, { signal }) => {
    await forgetExpiredDrafts(spine, signal);
  },
};
