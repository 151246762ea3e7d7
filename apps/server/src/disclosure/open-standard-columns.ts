import { act } from '../platform/act.ts';
import { newId } from '../platform/database/new-id.ts';
import { systemActor } from '../platform/event/event.ts';
import type { Spine } from '../platform/spine.ts';
import { standardColumns } from './standard-columns.ts';

/**
 * Gives agencies without any column the standard ones. Done by the program itself after an agency comes to be;
 * an agency that has columns is left as it is, so that doing it twice changes nothing.
 */
export const openStandardColumns = (spine: Spine, agencyIds: readonly string[]): Promise<void> =>
  act({ db: spine.db, actor: systemActor, now: spine.now }, async ({ db, now, record }) => {
    if (agencyIds.length === 0) return;
    const agencies = await db
      .selectFrom('agency')
      .select(['id', 'kind'])
      .where('id', 'in', agencyIds)
      // Two workers with the same agency wait for each other here.
      .forUpdate()
      .execute();
    const taken = await db
      .selectFrom('disclosure_column')
      .select('agency_id')
      .distinct()
      .where('agency_id', 'in', agencyIds)
      .execute();
    const having = new Set(taken.map((row) => row.agency_id));
    const fresh = agencies.filter(({ id }) => !having.has(id));
    const rows = fresh.flatMap(({ id, kind }) =>
      standardColumns(kind).map(({ updateDays, ...column }, index) => ({
        id: newId(now.getTime()),
        agency_id: id,
        ...column,
        update_days: updateDays,
        sort: (index + 1) * 10,
      })),
    );
    if (rows.length === 0) return;
    await db.insertInto('disclosure_column').values(rows).execute();
    for (const { id, kind } of fresh)
      record({
        kind: 'standard_columns_opened',
        agencyId: id,
        subject: { kind: 'agency', id },
        article: '第二十条',
        data: { columns: standardColumns(kind).map(({ name }) => name) },
      });
  });
