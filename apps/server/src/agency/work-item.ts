import type { Role, WorkKind } from '@gongkai/contract';
import type { Insertable } from 'kysely';
import { newId } from '../platform/database/new-id.ts';
import type { Db } from '../platform/database/open-database.ts';
import type { WorkItemTable } from './tables.ts';

export interface NewWork {
  readonly agencyId: string;
  readonly kind: WorkKind;
  readonly subject: { readonly kind: string; readonly id: string };
  /** What is to be done, for whoever has to do it. Never personal data of applicants. */
  readonly title: string;
  /** Page of the office where it is done. */
  readonly link?: string;
  readonly role: Role;
  /** Who of the role has to do it; absent: anybody. */
  readonly personId?: string;
  /** Civil date by which it is due. */
  readonly dueOn?: string;
}

interface InAct {
  readonly db: Db;
  readonly now: Date;
}

/** What is to be done, as it is written. */
export const workRow = (now: Date, work: NewWork): Insertable<WorkItemTable> => ({
  id: newId(now.getTime()),
  agency_id: work.agencyId,
  kind: work.kind,
  subject_kind: work.subject.kind,
  subject_id: work.subject.id,
  role: work.role,
  person_id: work.personId ?? null,
  created_at: now,
  title: work.title,
  link: work.link ?? null,
  due_on: work.dueOn ?? null,
});

/**
 * Puts something on the list of what is to be done (待办), in the act that makes it necessary. There is one open item
 * to a kind, subject and role: asked for again it is brought up to date.
 */
export const openWork = async ({ db, now }: InAct, work: NewWork): Promise<void> => {
  const row = workRow(now, work);
  const { title, link, due_on } = row;
  await db
    .insertInto('work_item')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'subject_kind', 'subject_id', 'role'])
        .where('done_at', 'is', null)
        .doUpdateSet({
          title,
          link,
          due_on,
          ...(work.personId === undefined ? {} : { person_id: work.personId }),
        }),
    )
    .execute();
};

/** Takes what is done off the list, in the act that does it: of one kind, or everything about the subject. */
export const closeWork = async (
  { db, now }: InAct,
  { kind, subject }: { readonly kind?: WorkKind; readonly subject: NewWork['subject'] },
): Promise<void> => {
  await db
    .updateTable('work_item')
    .set({ done_at: now })
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('done_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .execute();
};
