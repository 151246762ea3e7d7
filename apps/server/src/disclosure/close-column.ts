import { actAs, type Caller, permit } from '../agency/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { columnState, loadColumn } from './load-column.ts';

/**
 * Takes a column out of use. What was published in it stays where it is found by its index number. The blocks that
 * every column 政府信息公开 has (国办公开办函〔2019〕61号) can't be closed.
 */
export const closeColumn = (spine: Spine, caller: Caller, { id }: { readonly id: string }): Promise<void> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const column = await loadColumn(db, id);
    await permit(db, caller, 'column.close', column.agency_id, columnState(column));
    const others = await db
      .selectFrom('disclosure_column')
      .select(['id', 'parent_id'])
      .where('agency_id', '=', column.agency_id)
      .where('block', '=', column.block)
      .where('closed_at', 'is', null)
      .where('id', '<>', id)
      // Two columns of a block closed at once must not leave it empty.
      .forUpdate()
      .execute();
    if (others.some(({ parent_id }) => parent_id === id))
      throw new Refusal('conflict', 'COLUMN_HAS_CHILDREN', '这个栏目还有下级栏目，请先停用下级栏目。');
    if (others.length === 0)
      throw new Refusal(
        'conflict',
        'BLOCK_NEEDS_A_COLUMN',
        '这是本板块最后一个栏目，不能停用：政府信息公开专栏须有指南、制度、法定主动公开内容、年报四个板块。',
      );
    await db.updateTable('disclosure_column').set({ closed_at: now }).where('id', '=', id).execute();
    record({
      kind: 'column_closed',
      agencyId: column.agency_id,
      subject: { kind: 'column', id },
      data: { name: column.name },
    });
  });
