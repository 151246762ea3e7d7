import { api, permitReading } from '../agency/index.ts';
import { changeColumn } from './change-column.ts';
import { closeColumn } from './close-column.ts';
import { columnsOfAgency } from './column-queries.ts';
import { createColumn } from './create-column.ts';

/** The API's part on columns. */
export const columnRoutes = {
  list: api.column.list.handler(async ({ context: { spine, caller }, input }) => {
    await permitReading(spine, caller, 'column.view', input.agencyId);
    return [...(await columnsOfAgency(spine.db, input.agencyId, { closed: input.closed }))];
  }),
  create: api.column.create.handler(({ context: { spine, caller }, input }) =>
    createColumn(spine, caller, input),
  ),
  change: api.column.change.handler(async ({ context: { spine, caller }, input }) => {
    await changeColumn(spine, caller, input);
    return {};
  }),
  close: api.column.close.handler(async ({ context: { spine, caller }, input }) => {
    await closeColumn(spine, caller, input);
    return {};
  }),
};
