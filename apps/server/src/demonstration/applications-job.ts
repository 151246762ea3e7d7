import type { JobDefinition } from '../platform/job/job-definition.ts';
import { changeSetting } from '../platform/setting/change-setting.ts';
import { siteSettings } from '../portal/index.ts';
import { fillApplications } from './fill-applications.ts';
import { freezeJobName } from './freeze-archived-job.ts';
import { filledWords, noticeWith } from './notices.ts';

export const applicationsJobName = 'fill_demonstration';

/** Up to which moment: the same however often the job is taken up again. */
export interface FillDemonstration {
  readonly until: string;
}

/** Fills the demonstration with applications after its first start; killed, it goes on where it stopped. */
export const demonstrationJob: JobDefinition = {
  name: applicationsJobName,
  title: '为演示区填入三年的申请',
  concurrency: 1,
  retries: 5,
  retryDelay: 5,
  longestDelay: 60,
  limit: 3600,
  run: async (spine, data, { signal }) => {
    const { until } = data as unknown as FillDemonstration;
    const { examples } = await fillApplications(spine, { until: new Date(until), signal });
    await spine.db.transaction().execute(async (db) => {
      await changeSetting({ db, now: spine.now() }, siteSettings.notice, noticeWith(examples));
      await spine.jobs.enqueue(db, freezeJobName, {}, { onceKey: freezeJobName });
    });
    console.log(filledWords(examples));
  },
};
