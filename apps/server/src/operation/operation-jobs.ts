import { operationSettings } from '../agency/index.ts';
import type { Db } from '../platform/database/open-database.ts';
import { pruneEvents } from '../platform/event/prune-events.ts';
import type { ByteStore } from '../platform/file/byte-store.ts';
import { sweepFiles } from '../platform/file/sweep-files.ts';
import type { JobDefinition } from '../platform/job/job-definition.ts';
import type { MailTransport, Sender } from '../platform/mail/mail-transport.ts';
import { requeueMail } from '../platform/mail/requeue-mail.ts';
import { sendMailJob } from '../platform/mail/send-mail-job.ts';
import { readSettings } from '../platform/setting/read-setting.ts';
import { cleanUp } from './clean-up.ts';

export interface OperationJobsOptions {
  /** Null without a mail server. */
  readonly mailTransport: MailTransport | null;
  readonly store: ByteStore;
  readonly temporaryFolder: string;
}

/** Who mails are from, as it is set; null where no address is. */
export const readSender = async (db: Db): Promise<Sender | null> => {
  const { mailSender: address, mailSenderName: name } = await readSettings(db, {
    mailSender: operationSettings.mailSender,
    mailSenderName: operationSettings.mailSenderName,
  });
  return address === '' ? null : { address, name };
};

/** At night, one after another; tried again in the morning hours where the database was away. */
const nightly = { concurrency: 1, retries: 5, retryDelay: 300, longestDelay: 3600, limit: 4 * 3600 } as const;

/** The jobs that keep the installation in order, and the one that sends mail. */
export const operationJobs = ({
  mailTransport,
  store,
  temporaryFolder,
}: OperationJobsOptions): readonly JobDefinition[] => [
  sendMailJob({ transport: mailTransport, readSender }),
  {
    ...nightly,
    name: 'requeue_mail',
    title: '补发没有排上队的邮件',
    schedule: '*/10 * * * *',
    run: async (spine) => {
      if (mailTransport && (await readSender(spine.db))) await requeueMail(spine);
    },
  },
  {
    ...nightly,
    name: 'prune_events',
    title: '按期限清理审计日志',
    schedule: '20 2 * * *',
    run: async ({ db, now }) => {
      const { months } = await readSettings(db, { months: operationSettings.auditMonths });
      await pruneEvents(db, months, now());
    },
  },
  {
    ...nightly,
    name: 'clean_up',
    title: '清理用过的临时记录',
    schedule: '40 2 * * *',
    run: async ({ db, now }) => {
      await cleanUp(db, now());
    },
  },
  {
    ...nightly,
    name: 'sweep_files',
    title: '清理没有登记的文件',
    schedule: '0 3 * * *',
    run: async ({ db, now }) => {
      await sweepFiles(db, store, temporaryFolder, now());
    },
  },
];
