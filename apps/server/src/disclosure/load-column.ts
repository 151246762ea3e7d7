import type { Selectable } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { brokenConstraint } from '../platform/database/problem.ts';
import { Refusal } from '../platform/refusal.ts';
import { isCategory } from './column-categories.ts';
import type { DisclosureColumnTable } from './tables.ts';

/** A column, locked for the act. Refuses where there is none. */
export const loadColumn = async (db: Db, id: string): Promise<Selectable<DisclosureColumnTable>> => {
  const column = await db
    .selectFrom('disclosure_column')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!column) throw new Refusal('not_found', 'COLUMN_NOT_FOUND', '没有这个栏目，请刷新栏目列表。');
  return column;
};

/** The state that permissions turn on. */
export const columnState = (column: Pick<Selectable<DisclosureColumnTable>, 'closed_at'>) =>
  column.closed_at === null ? 'open' : 'closed';

export const refuseUnknownCategory = (category: string | null | undefined): void => {
  if (category && !isCategory(category))
    throw new Refusal(
      'invalid',
      'CATEGORY_UNKNOWN',
      '没有这个类别。请从条例第二十条、第二十一条的类别中选择。',
      'category',
    );
};

/** What people are told where the database refused a column; any other error as it is. */
export const columnProblem = (error: unknown): unknown =>
  brokenConstraint(error) === 'disclosure_column_name_once'
    ? new Refusal('conflict', 'COLUMN_NAME_TAKEN', '同一级已有同名的栏目，请换一个名称。', 'name')
    : error;
