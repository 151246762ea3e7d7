import type { RequestFile } from '@gongkai/contract';
import { actAs, type Caller, permit, permitReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { loadCase } from '../load-case.ts';
import { loadCaseFile, presentCaseFile } from './case-files.ts';
import { refuseArchived, refuseMadeKind } from './file-rules.ts';
import { keepFiles, refuseTooMany } from './keep-files.ts';
import { type HandedIn, receiveCaseFile } from './receive-case-file.ts';

/**
 * Adds a file to a case as somebody of the agency. Whether it may be added is asked before its bytes are taken, and
 * again in the act that keeps it. Sent twice with the same key it is there once. Throws `PermissionDenied`, `Refusal`
 * REQUEST_NOT_FOUND, FILES_CLOSED, FILES_TOO_MANY, FILE_KIND_FIXED and as `receiveCaseFile`.
 */
export const addFile = async (
  spine: Spine,
  caller: Caller,
  requestId: string,
  handedIn: HandedIn,
): Promise<RequestFile> => {
  const { row } = await loadCase(spine.db, requestId);
  await permitReading(spine, caller, 'request.handle', row.agency_id);
  refuseMadeKind(handedIn.kind);
  refuseArchived(row.state);
  await refuseTooMany(spine.db, row, 1);
  const received = await receiveCaseFile(
    spine,
    { actor: caller.actor, requestId: caller.requestId },
    row.agency_id,
    handedIn,
  );
  const asked = spine.cipher
    .index(JSON.stringify(['requestFile.add', requestId, received.kind, received.file]), 'done_once.asked')
    .toString('hex');
  const { id } = await actAs(spine, { ...caller, asked }, async (work) => {
    const found = await loadCase(work.db, requestId, { lock: true });
    await permit(work.db, caller, 'request.handle', found.row.agency_id);
    refuseArchived(found.row.state);
    const personId = caller.actor.kind === 'person' ? caller.actor.id : null;
    const [kept = ''] = await keepFiles(spine, work, found.row, [received], { personId });
    return { id: kept };
  });
  return presentCaseFile(spine, await loadCaseFile(spine.db, row, id));
};
