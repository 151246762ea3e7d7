import type { Insertable } from 'kysely';
import type { Db } from '../database/open-database.ts';
import type { EventTable } from '../database/tables.ts';
import type { Actor, Event } from './event.ts';

/** Events as they are written. */
export const eventRows = (
  actor: Actor,
  requestId: string | null,
  events: readonly Event[],
): readonly Insertable<EventTable>[] =>
  events.map((event) => ({
    kind: event.kind,
    agency_id: event.agencyId,
    actor_kind: actor.kind,
    actor_id: actor.id,
    post_id: actor.postId,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    article: event.article ?? null,
    request_id: requestId,
    data: JSON.stringify(event.data ?? {}),
  }));

/** Writes events in the caller's transaction. */
export const recordEvents = async (
  db: Db,
  actor: Actor,
  requestId: string | null,
  events: readonly Event[],
): Promise<void> => {
  if (events.length === 0) return;
  await db
    .insertInto('event')
    .values(eventRows(actor, requestId, events))
    .execute();
};
