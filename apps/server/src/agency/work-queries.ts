import {
  may,
  type WorkCounts,
  type WorkItem,
  type WorkKind,
  type WorkQuery,
  workKinds,
} from '@gongkai/contract';
import { addDays, type CivilDate, civilDateInShanghai } from '@gongkai/statute';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import type { Caller } from './caller.ts';
import { rolesFor } from './permit.ts';

/** Within how many days something is due soon. */
const soonDays = 3;

const kindName = (kind: string): string => workKinds[kind as WorkKind] ?? kind;

const urgencyOf = (dueOn: string | null, today: CivilDate): WorkItem['urgency'] => {
  if (dueOn === null) return 'none';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, soonDays) ? 'soon' : 'later';
};

/**
 * Open items that a caller may see. `own`: given to the caller, or to nobody of a role that the caller has.
 * `agency`: all of the agencies where the caller may give work to others.
 */
const openItems = (db: Db, caller: Caller, scope: 'own' | 'agency') => {
  const wanted = scope === 'own' ? 'work.view' : 'work.reassign';
  const held = rolesFor(caller, wanted).filter((role) =>
    may([role], wanted, { agencyId: role.agencyId, agenciesAbove: [], state: 'open' }),
  );
  return db
    .selectFrom('work_item')
    .innerJoin('agency', 'agency.id', 'work_item.agency_id')
    .leftJoin('person', 'person.id', 'work_item.person_id')
    .where('done_at', 'is', null)
    .where((e) =>
      scope === 'agency'
        ? e('work_item.agency_id', '=', sql<string>`any(${held.map(({ agencyId }) => agencyId)}::uuid[])`)
        : e.or([
            ...(caller.actor.kind === 'person' ? [e('work_item.person_id', '=', caller.actor.id)] : []),
            ...held.map(({ agencyId, role }) =>
              e.and([
                e('work_item.person_id', 'is', null),
                e('work_item.agency_id', '=', agencyId),
                e('work_item.role', '=', role),
              ]),
            ),
          ]),
    );
};

/** What a caller must do (我的待办): overdue first, then by due date, what has none last. */
export const listWork = async (
  db: Db,
  caller: Caller,
  now: Date,
  {
    page = 1,
    size = 30,
    kind,
    mine = false,
    scope = 'own',
  }: Pick<WorkQuery, 'kind' | 'scope'> & {
    readonly mine?: boolean;
    readonly page?: number;
    readonly size?: number;
  },
): Promise<{ readonly items: WorkItem[]; readonly total: number }> => {
  const today = civilDateInShanghai(now.getTime());
  const query = openItems(db, caller, scope)
    .$if(kind !== undefined, (q) => q.where('work_item.kind', '=', kind ?? ''))
    .$if(mine, (q) => q.where('work_item.person_id', '=', caller.actor.id));
  const rows = await query
    .selectAll('work_item')
    .select(['agency.name as agency_name', 'person.name as person_name'])
    .orderBy('due_on', (o) => o.asc().nullsLast())
    .orderBy('work_item.created_at')
    .orderBy('work_item.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return {
    total,
    items: rows.map((row) => ({
      id: row.id,
      agencyId: row.agency_id,
      agencyName: row.agency_name,
      kind: row.kind,
      kindName: kindName(row.kind),
      title: row.title,
      link: row.link,
      role: row.role,
      person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
      dueOn: row.due_on,
      urgency: urgencyOf(row.due_on, today),
      createdAt: row.created_at.toISOString(),
    })),
  };
};

/** How much there is to do, how much of it is pressing, and of what kinds. */
export const countWork = async (db: Db, caller: Caller, now: Date): Promise<WorkCounts> => {
  const today = civilDateInShanghai(now.getTime());
  const rows = await openItems(db, caller, 'own')
    .select(['work_item.kind', 'due_on'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .groupBy(['work_item.kind', 'due_on'])
    .execute();
  const sum = (of: readonly { readonly count: number }[]): number =>
    of.reduce((total, row) => total + row.count, 0);
  const urgent = (urgency: WorkItem['urgency']): number =>
    sum(rows.filter((row) => urgencyOf(row.due_on, today) === urgency));
  return {
    total: sum(rows),
    overdue: urgent('overdue'),
    today: urgent('today'),
    soon: urgent('soon'),
    byKind: [...new Set(rows.map((row) => row.kind))].sort().map((kind) => ({
      kind,
      kindName: kindName(kind),
      count: sum(rows.filter((row) => row.kind === kind)),
    })),
  };
};
