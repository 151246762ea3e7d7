import { type Column, columnBlocks } from '@gongkai/contract';
import { civilDateInShanghai } from '@gongkai/statute';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';
import { categoryName } from './column-categories.ts';

/**
 * An agency's columns in the order in which they stand, block by block. Counts are of published items; there are
 * none before the area has items.
 */
export const columnsOfAgency = async (
  db: Db,
  agencyId: string,
  options: { readonly closed?: boolean } = {},
): Promise<readonly Column[]> => {
  const rows = await db
    .selectFrom('disclosure_column')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .$if(!options.closed, (query) => query.where('closed_at', 'is', null))
    .orderBy(sql`array_position(${Object.keys(columnBlocks)}::text[], block)`)
    .orderBy('sort')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    parentId: row.parent_id,
    block: row.block,
    category: row.category,
    categoryName: categoryName(row.category),
    name: row.name,
    description: row.description,
    updateDays: row.update_days,
    sort: row.sort,
    itemCount: 0,
    latestOn: null,
    closedOn: row.closed_at === null ? null : civilDateInShanghai(row.closed_at.getTime()),
  }));
};
