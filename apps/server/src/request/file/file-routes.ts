import { api, permitReading } from '../../agency/index.ts';
import { loadCase } from '../load-case.ts';
import { filesOf } from './case-files.ts';
import { changeFile, removeFile } from './change-file.ts';

/** The API's part on the files of a case, but for their bytes (file-requests.ts). */
export const requestFileRoutes = {
  list: api.requestFile.list.handler(async ({ context: { spine, caller }, input: { id } }) => {
    const { row } = await loadCase(spine.db, id);
    await permitReading(spine, caller, 'request.read_files', row.agency_id);
    return filesOf(spine, row);
  }),
  change: api.requestFile.change.handler(({ context: { spine, caller }, input }) =>
    changeFile(spine, caller, input),
  ),
  remove: api.requestFile.remove.handler(({ context: { spine, caller }, input }) =>
    removeFile(spine, caller, input),
  ),
};
