import type { Role } from '@gongkai/contract';
import type { Db } from '../platform/database/open-database.ts';
import { calendarOf, clockOf, todayOf } from './case-clock.ts';
import type { Case } from './load-case.ts';
import type { Situation } from './step-definition.ts';

const passing = ['reviewer', 'secrecy_reviewer', 'disclosure_head'] as const satisfies readonly Role[];

const holdersAt = async (db: Db, agencyId: string): Promise<Situation['holders']> => {
  const rows = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['post.role', 'post.person_id'])
    .where('post.agency_id', '=', agencyId)
    .where('post.role', 'in', passing)
    .where('post.authorised_at', 'is not', null)
    .where('post.ended_at', 'is', null)
    .where('person.left_on', 'is', null)
    .execute();
  return new Map(
    passing.map((role) => [
      role,
      new Set(rows.filter((row) => row.role === role).map(({ person_id }) => person_id)),
    ]),
  );
};

/** What the steps with an application are judged by, for somebody now. */
export const situationOf = async (
  db: Db,
  { row, steps, facts }: Case,
  { now, personId }: { readonly now: Date; readonly personId: string | null },
): Promise<Situation> => {
  const today = todayOf(now);
  const calendar = await calendarOf(db, row.agency_id);
  return {
    facts,
    calendar,
    clock: clockOf(steps, calendar, today),
    today,
    personId,
    holders: await holdersAt(db, row.agency_id),
  };
};
