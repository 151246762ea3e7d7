import type { CreateColumn } from '@gongkai/contract';
import { actAs, type Caller, permit } from '../agency/index.ts';
import { newId } from '../platform/database/new-id.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { columnProblem, loadColumn, refuseUnknownCategory } from './load-column.ts';

/** Adds a column (栏目) to an agency's catalogue, at the end of its block unless a place is given. */
export const createColumn = (
  spine: Spine,
  caller: Caller,
  input: CreateColumn,
): Promise<{ readonly id: string }> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const { agencyId, block, name } = input;
    await permit(db, caller, 'column.create', agencyId);
    refuseUnknownCategory(input.category);
    const parentId = input.parentId ?? null;
    if (parentId !== null) {
      const parent = await loadColumn(db, parentId);
      if (parent.agency_id !== agencyId || parent.block !== block || parent.closed_at !== null)
        throw new Refusal(
          'invalid',
          'PARENT_COLUMN_WRONG',
          '上级栏目应当是本单位同一板块中在用的栏目，请重新选择。',
          'parentId',
        );
      if (parent.parent_id !== null)
        throw new Refusal('invalid', 'COLUMN_TOO_DEEP', '栏目最多两级，请选择一级栏目作为上级。', 'parentId');
    }
    const last = await db
      .selectFrom('disclosure_column')
      .select((e) => e.fn.max('sort').as('sort'))
      .where('agency_id', '=', agencyId)
      .executeTakeFirst();
    const id = newId(now.getTime());
    const row = {
      block,
      parent_id: parentId,
      name,
      description: input.description ?? '',
      category: input.category ?? null,
      update_days: input.updateDays ?? null,
      sort: input.sort ?? Number(last?.sort ?? 0) + 10,
    };
    await db
      .insertInto('disclosure_column')
      .values({ id, agency_id: agencyId, ...row })
      .execute()
      .catch((error) => {
        throw columnProblem(error);
      });
    record({ kind: 'column_created', agencyId, subject: { kind: 'column', id }, data: row });
    return { id };
  });
