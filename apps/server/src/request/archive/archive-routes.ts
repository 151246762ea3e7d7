import type { ArchiveFormat } from '@gongkai/contract';
import { api, type Caller } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { idInAddress } from '../file/file-requests.ts';
import { destroyCases } from './destroy-cases.ts';
import { listExpired } from './expired-cases.ts';
import { exportCase } from './export-case.ts';
import { holdCase, releaseCase } from './hold-case.ts';
import { readCatalogue, verifyArchive } from './read-catalogue.ts';

/** The API's part on archive files, retention and destruction. */
export const requestArchiveRoutes = {
  catalogue: api.requestArchive.catalogue.handler(({ context: { spine, caller }, input }) =>
    readCatalogue(spine, caller, input.id),
  ),
  verify: api.requestArchive.verify.handler(({ context: { spine, caller }, input }) =>
    verifyArchive(spine, caller, input.id),
  ),
  hold: api.requestArchive.hold.handler(({ context: { spine, caller }, input }) =>
    holdCase(spine, caller, input),
  ),
  release: api.requestArchive.release.handler(({ context: { spine, caller }, input }) =>
    releaseCase(spine, caller, input),
  ),
  due: api.requestArchive.due.handler(({ context: { spine, caller }, input }) =>
    listExpired(spine, caller, input),
  ),
  destroy: api.requestArchive.destroy.handler(({ context: { spine, caller }, input }) =>
    destroyCases(spine, caller, input),
  ),
};

/** `GET /api/requests/{id}/archive.zip`, `archive.pdf`, `evidence.zip`. */
export const answerArchive = (
  spine: Spine,
  caller: Caller,
  id: string | undefined,
  format: ArchiveFormat,
): Promise<Response> => exportCase(spine, caller, idInAddress(id), format);
