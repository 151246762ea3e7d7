import { sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import type { Cipher } from '../secret/cipher.ts';
import { mailPlaces } from './queue-mail.ts';

export interface MailState {
  readonly id: string;
  readonly createdAt: Date;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly sentAt: Date | null;
  readonly problem: string | null;
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string | null;
}

/** `zhang.san@example.gov.cn` → `z***@example.gov.cn`. */
export const maskAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${address.slice(0, 1)}***${address.slice(at)}`;
};

/** How many mails wait to be sent. */
export const countWaitingMails = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from mail where state = 'waiting'`.execute(db);
  return rows[0]!.count;
};

/**
 * A page of the mails, newest first.
 *
 * @param showsContent addresses whole, subjects and texts: for demonstrations, where nobody real is written to
 */
export const readMails = async (
  db: Db,
  cipher: Cipher,
  query: {
    readonly state: MailState['state'] | undefined;
    readonly page: number;
    readonly size: number;
    readonly showsContent: boolean;
  },
): Promise<{ readonly items: readonly MailState[]; readonly total: number }> => {
  const { state, page, size, showsContent } = query;
  const found = db.selectFrom('mail').$if(state !== undefined, (q) => q.where('state', '=', state!));
  const { total } = await found.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return {
    total,
    items: rows.map((row) => {
      const recipient = cipher.decrypt(row.recipient, mailPlaces.recipient);
      return {
        id: row.id,
        createdAt: row.created_at,
        state: row.state,
        attempts: row.attempts,
        sentAt: row.sent_at,
        problem: row.problem,
        recipient: showsContent ? recipient : maskAddress(recipient),
        subject: showsContent ? cipher.decrypt(row.subject, mailPlaces.subject) : null,
        body: showsContent ? cipher.decrypt(row.body, mailPlaces.body) : null,
      };
    }),
  };
};
