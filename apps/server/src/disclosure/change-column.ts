import type { ChangeColumn } from '@gongkai/contract';
import { actAs, type Caller, permit } from '../agency/index.ts';
import type { Spine } from '../platform/spine.ts';
import { columnProblem, columnState, loadColumn, refuseUnknownCategory } from './load-column.ts';

/** Changes a column's name, description, category, update rule or place in the order. */
export const changeColumn = (spine: Spine, caller: Caller, { id, ...change }: ChangeColumn): Promise<void> =>
  actAs(spine, caller, async ({ db, record }) => {
    const column = await loadColumn(db, id);
    await permit(db, caller, 'column.change', column.agency_id, columnState(column));
    refuseUnknownCategory(change.category);
    const wanted = {
      name: change.name,
      description: change.description,
      category: change.category,
      update_days: change.updateDays,
      sort: change.sort,
    };
    const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (key) => wanted[key] !== undefined && wanted[key] !== column[key],
    );
    if (changed.length === 0) return;
    const after = Object.fromEntries(changed.map((key) => [key, wanted[key]]));
    await db
      .updateTable('disclosure_column')
      .set(after)
      .where('id', '=', id)
      .execute()
      .catch((error) => {
        throw columnProblem(error);
      });
    record({
      kind: 'column_changed',
      agencyId: column.agency_id,
      subject: { kind: 'column', id },
      data: { before: Object.fromEntries(changed.map((key) => [key, column[key]])), after },
    });
  });
