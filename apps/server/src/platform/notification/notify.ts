import { newId } from '../database/new-id.ts';
import type { Db } from '../database/open-database.ts';

export interface NewNotification {
  /** Whom it is for; everybody once. */
  readonly personIds: readonly string[];
  /** What it is about; the area's own word. */
  readonly kind: string;
  /** A sentence. Never personal data of applicants: it is shown without asking why. */
  readonly text: string;
  /** Page of the office that it leads to. */
  readonly link?: string;
}

/** Tells people inside the office of something, in the act that it happened in. */
export const notify = async (
  { db, now }: { readonly db: Db; readonly now: Date },
  { personIds, kind, text, link }: NewNotification,
): Promise<void> => {
  const people = [...new Set(personIds)];
  if (people.length === 0) return;
  await db
    .insertInto('notification')
    .values(
      people.map((personId) => ({
        id: newId(now.getTime()),
        person_id: personId,
        created_at: now,
        kind,
        text,
        link: link ?? null,
      })),
    )
    .execute();
};
