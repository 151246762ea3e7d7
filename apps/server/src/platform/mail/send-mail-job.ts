import { act } from '../act.ts';
import type { Db } from '../database/open-database.ts';
import { systemActor } from '../event/event.ts';
import { type JobDefinition, JobProblem } from '../job/job-definition.ts';
import type { Spine } from '../spine.ts';
import { MailRefused, type MailTransport, type Sender } from './mail-transport.ts';
import { mailPlaces, sendMailName } from './queue-mail.ts';

export interface SendMailOptions {
  /** Null where no mail server is configured: mails stay where they are. */
  readonly transport: MailTransport | null;
  /** Null where no sender is set: likewise. */
  readonly readSender: (db: Db) => Promise<Sender | null>;
  /** Seconds before the second attempt. */
  readonly retryDelay?: number;
  readonly retries?: number;
}

const giveUp = (spine: Spine, id: string, problem: string): Promise<void> =>
  act({ db: spine.db, actor: systemActor, now: spine.now }, async ({ db, record }) => {
    const { numUpdatedRows } = await db
      .updateTable('mail')
      .set({ state: 'failed', problem })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return;
    record({ kind: 'mail_failed', agencyId: null, subject: { kind: 'mail', id }, data: { problem } });
  });

const send = async (spine: Spine, options: SendMailOptions, id: string): Promise<void> => {
  const { db, cipher, now } = spine;
  const sender = options.transport && (await options.readSender(db));
  if (!options.transport || !sender) return;
  const mail = await db
    .selectFrom('mail')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (!mail) return;
  const attempts = mail.attempts + 1;
  try {
    await options.transport.send(
      {
        id,
        to: cipher.decrypt(mail.recipient, mailPlaces.recipient),
        subject: cipher.decrypt(mail.subject, mailPlaces.subject),
        text: cipher.decrypt(mail.body, mailPlaces.body),
      },
      sender,
    );
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    await db.updateTable('mail').set({ attempts, problem: error.message }).where('id', '=', id).execute();
    if (error.isFinal) return giveUp(spine, id, error.message);
    throw new JobProblem(error.message, { cause: error });
  }
  await db
    .updateTable('mail')
    .set({ state: 'sent', attempts, sent_at: now(), problem: null })
    .where('id', '=', id)
    .execute();
};

/**
 * Sends one mail. A server that is away is tried again for days, a mail that it refuses for good is not. A program
 * that is killed between the server's answer and the note of it sends the mail twice, under the same Message-ID.
 */
export const sendMailJob = (options: SendMailOptions): JobDefinition => ({
  name: sendMailName,
  title: '发送邮件',
  concurrency: 2,
  // With an hour between attempts at last: three days.
  retries: options.retries ?? 78,
  retryDelay: options.retryDelay ?? 30,
  longestDelay: 3600,
  limit: 300,
  run: (spine, data) => send(spine, options, String(data.mail)),
  giveUp: (spine, data) => giveUp(spine, String(data.mail), '邮件服务器三天内一直没有收下，已停止重试。'),
});
