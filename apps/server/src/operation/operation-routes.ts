import { api, isDemonstration, permitAtRoot, recordReading } from '../agency/index.ts';
import type { JobDefinition } from '../platform/job/job-definition.ts';
import { readJobs } from '../platform/job/read-jobs.ts';
import { readMails } from '../platform/mail/read-mails.ts';

const text = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/**
 * The API's part on mail. Only a demonstration shows what mails say; whoever looks at the list stands in the
 * record.
 */
export const mailRoutes = ({ hasServer }: { readonly hasServer: boolean }) => ({
  list: api.mail.list.handler(async ({ context: { spine, caller }, input: { state, page, size } }) => {
    const showsContent = await isDemonstration(spine.db);
    await recordReading(spine, caller, async ({ db, record }) => {
      const agencyId = await permitAtRoot(db, caller, 'mail.view');
      if (page === 1)
        record({ kind: 'mail_list_viewed', agencyId, subject: { kind: 'agency', id: agencyId } });
    });
    const { items, total } = await readMails(spine.db, spine.cipher, { state, page, size, showsContent });
    return {
      hasServer,
      total,
      items: items.map(({ id, createdAt, attempts, sentAt, problem, recipient, subject, body, ...mail }) => ({
        id,
        createdAt: createdAt.toISOString(),
        state: mail.state,
        attempts,
        sentAt: text(sentAt),
        problem,
        recipient,
        subject,
        body,
      })),
    };
  }),
});

/** The API's part on jobs. */
export const jobRoutes = (definitions: readonly JobDefinition[]) => ({
  list: api.job.list.handler(async ({ context: { spine, caller } }) => {
    await recordReading(spine, caller, async ({ db }) => {
      await permitAtRoot(db, caller, 'job.view');
    });
    const { queues, failed } = await readJobs(spine.db, definitions);
    return {
      queues: queues.map(
        ({ name, title, schedule, waiting, active, completed, lastCompletedAt, ...queue }) => ({
          name,
          title,
          schedule,
          waiting,
          active,
          failed: queue.failed,
          completed,
          lastCompletedAt: text(lastCompletedAt),
        }),
      ),
      failed: failed.map(({ id, name, title, createdAt, failedAt, attempts, problem }) => ({
        id,
        name,
        title,
        createdAt: createdAt.toISOString(),
        failedAt: text(failedAt),
        attempts,
        problem,
      })),
    };
  }),
});
