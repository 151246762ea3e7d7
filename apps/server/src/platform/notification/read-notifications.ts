import type { Selectable } from 'kysely';
import type { Db } from '../database/open-database.ts';
import type { NotificationTable } from '../database/tables.ts';

/** One page of a person's notifications, the newest first, and how many there are. */
export const readNotifications = async (
  db: Db,
  personId: string,
  { page, size, unread }: { readonly page: number; readonly size: number; readonly unread: boolean },
): Promise<{ readonly items: readonly Selectable<NotificationTable>[]; readonly total: number }> => {
  const own = db
    .selectFrom('notification')
    .where('person_id', '=', personId)
    .$if(unread, (query) => query.where('read_at', 'is', null));
  const items = await own
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const { total } = await own.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
};

/** How many notifications a person has not read. */
export const countUnread = async (db: Db, personId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('notification')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
};

/** Marks a person's notifications as read: these, or all. Those of others are left alone. */
export const markRead = async (
  db: Db,
  now: Date,
  personId: string,
  ids?: readonly string[],
): Promise<void> => {
  if (ids?.length === 0) return;
  await db
    .updateTable('notification')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .execute();
};
