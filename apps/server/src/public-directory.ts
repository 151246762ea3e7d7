import { findPublicAgencies, publicAgency, publicAgencyIds, publicRoot } from './agency/index.ts';
import {
  findPublicColumns,
  publicCategories,
  publicColumn,
  publicColumnIds,
  publicColumnsOfAgency,
  publicColumnsOfBlock,
  publicColumnsOfCategory,
} from './disclosure/index.ts';
import type { Db } from './platform/database/open-database.ts';
import type { PublicDirectory } from './portal/index.ts';

/** What the portal asks of the areas, answered from the database. */
export const publicDirectory = (db: Db): PublicDirectory => ({
  root: () => publicRoot(db),
  agency: (id) => publicAgency(db, id),
  columnsOfAgency: (agencyId) => publicColumnsOfAgency(db, agencyId),
  column: (id) => publicColumn(db, id),
  columnsOfBlock: (block, slice) => publicColumnsOfBlock(db, block, slice),
  columnsOfCategory: (category, slice) => publicColumnsOfCategory(db, category, slice),
  categories: () => publicCategories(db),
  findAgencies: (words, slice) => findPublicAgencies(db, words, slice),
  findColumns: (words, slice) => findPublicColumns(db, words, slice),
  agencyIds: (after, size) => publicAgencyIds(db, after, size),
  columnIds: (after, size) => publicColumnIds(db, after, size),
});
