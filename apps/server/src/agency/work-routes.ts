import { countUnread, markRead, readNotifications } from '../platform/notification/read-notifications.ts';
import { Refusal } from '../platform/refusal.ts';
import { api } from './api.ts';
import type { Caller } from './caller.ts';
import { reassignWork } from './reassign-work.ts';
import { countWork, listWork } from './work-queries.ts';

/** The API's part on what is to be done (待办). */
export const workRoutes = {
  list: api.work.list.handler(({ context: { spine, caller }, input }) =>
    listWork(spine.db, caller, spine.now(), input),
  ),
  counts: api.work.counts.handler(({ context: { spine, caller } }) =>
    countWork(spine.db, caller, spine.now()),
  ),
  reassign: api.work.reassign.handler(async ({ context: { spine, caller }, input }) => {
    await reassignWork(spine, caller, input);
    return {};
  }),
};

/** Notifications are a person's own; a token has none. */
const personOf = (caller: Caller): string => {
  if (caller.actor.kind !== 'person' || caller.actor.id === null)
    throw new Refusal('forbidden', 'PEOPLE_ONLY', '通知只属于登录的人员，接口令牌没有通知。');
  return caller.actor.id;
};

/** The API's part on notifications. */
export const notificationRoutes = {
  list: api.notification.list.handler(async ({ context: { spine, caller }, input }) => {
    const { items, total } = await readNotifications(spine.db, personOf(caller), input);
    return {
      total,
      items: items.map(({ id, created_at, kind, text, link, read_at }) => ({
        id,
        at: created_at.toISOString(),
        kind,
        text,
        link,
        isRead: read_at !== null,
      })),
    };
  }),
  unread: api.notification.unread.handler(async ({ context: { spine, caller } }) => ({
    count: await countUnread(spine.db, personOf(caller)),
  })),
  markRead: api.notification.markRead.handler(async ({ context: { spine, caller }, input }) => {
    await markRead(spine.db, spine.now(), personOf(caller), input.ids);
    return {};
  }),
};
