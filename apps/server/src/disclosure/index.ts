export { columnsOfAgency } from './column-queries.ts';
export { columnRoutes } from './column-routes.ts';
export { findPublic, type PublicMatch } from './find-public.ts';
export { openStandardColumns } from './open-standard-columns.ts';
export {
  findPublicColumns,
  type PublicCategory,
  type PublicColumn,
  type PublicColumnWithNeighbours,
  publicCategories,
  publicColumn,
  publicColumnIds,
  publicColumnsOfAgency,
  publicColumnsOfBlock,
  publicColumnsOfCategory,
} from './public-columns.ts';
export { standardColumnsJob } from './standard-columns-job.ts';

import './tables.ts';
