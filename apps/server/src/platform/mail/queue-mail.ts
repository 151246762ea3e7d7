import { newId } from '../database/new-id.ts';
import type { Db } from '../database/open-database.ts';
import type { Spine } from '../spine.ts';

export interface NewMail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** The job that sends one mail; its data is `{ mail: id }`, never an address. */
export const sendMailName = 'send_mail';

export const mailPlaces = {
  recipient: 'mail.recipient',
  subject: 'mail.subject',
  body: 'mail.body',
} as const;

/**
 * Sends a mail if and only if the caller's transaction comes about: the mail is kept, encrypted, and a job sends
 * it. Without a mail server it stays where it is, and a demonstration shows it in the office. Returns its id.
 */
export const queueMail = async (
  { cipher, jobs, now }: Pick<Spine, 'cipher' | 'jobs' | 'now'>,
  db: Db,
  { to, subject, text }: NewMail,
): Promise<string> => {
  const id = newId();
  await db
    .insertInto('mail')
    .values({
      id,
      created_at: now(),
      recipient: cipher.encrypt(to, mailPlaces.recipient),
      subject: cipher.encrypt(subject, mailPlaces.subject),
      body: cipher.encrypt(text, mailPlaces.body),
    })
    .execute();
  await jobs.enqueue(db, sendMailName, { mail: id }, { onceKey: id });
  return id;
};
