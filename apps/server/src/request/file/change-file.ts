import { type RequestFile, type RequestFileKind, requestFileKinds } from '@gongkai/contract';
import { actAs, type Caller, permit } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import { loadCase } from '../load-case.ts';
import { sealTexts } from '../seal-texts.ts';
import { loadCaseFile, presentCaseFile } from './case-files.ts';
import { refuseArchived, refuseMadeKind, refuseUnderReview, refuseUnprovidable } from './file-rules.ts';

/**
 * Corrects what a file is, or says whether it goes out with the reply. Throws `PermissionDenied`, `Refusal`
 * FILE_NOT_FOUND, FILE_REMOVED, FILES_CLOSED, FILE_KIND_FIXED, FILE_NOT_PROVIDABLE.
 */
export const changeFile = async (
  spine: Spine,
  caller: Caller,
  change: {
    readonly id: string;
    readonly fileId: string;
    readonly kind?: RequestFileKind | undefined;
    readonly isProvided?: boolean | undefined;
  },
): Promise<RequestFile> => {
  const { row } = await loadCase(spine.db, change.id);
  await writeChange(spine, caller, change);
  // Not the act's own result: that one is kept for a second sending, and the file's name may name somebody.
  return presentCaseFile(spine, await loadCaseFile(spine.db, row, change.fileId));
};

const writeChange = (
  spine: Spine,
  caller: Caller,
  change: Parameters<typeof changeFile>[2],
): Promise<Record<string, never>> =>
  actAs(spine, caller, async ({ db, record }) => {
    const { row } = await loadCase(db, change.id, { lock: true });
    await permit(db, caller, 'request.handle', row.agency_id);
    refuseArchived(row.state);
    const file = await loadCaseFile(db, row, change.fileId);
    const { kind = file.kind, isProvided = file.is_provided } = change;
    if (kind !== file.kind) {
      refuseMadeKind(kind);
      refuseMadeKind(file.kind);
      // Called something else, a proof of identity would be open to whoever may not see the applicant.
      if (file.kind === 'identity_proof') await permit(db, caller, 'request.show_applicant', row.agency_id);
    }
    if (isProvided !== file.is_provided) refuseUnderReview(row.state);
    refuseUnprovidable(kind, isProvided);
    if (kind === file.kind && isProvided === file.is_provided) return {};
    await db
      .updateTable('request_file')
      .set({ kind, is_provided: isProvided })
      .where('agency_id', '=', row.agency_id)
      .where('request_id', '=', row.id)
      .where('id', '=', file.id)
      .execute();
    record({
      kind: 'request_file_changed',
      agencyId: row.agency_id,
      subject: { kind: 'request', id: row.id },
      data: { number: row.number, what: requestFileKinds[kind], file: file.id, isProvided },
    });
    return {};
  });

/**
 * Takes a file that came in by mistake out of the case. Its row stays, with who did it, when, and why. Throws
 * `PermissionDenied`, `Refusal` FILE_NOT_FOUND, FILE_REMOVED, FILES_CLOSED.
 */
export const removeFile = (
  spine: Spine,
  caller: Caller,
  { id, fileId, reason }: { readonly id: string; readonly fileId: string; readonly reason: string },
): Promise<Record<string, never>> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const { row } = await loadCase(db, id, { lock: true });
    await permit(db, caller, 'request.handle', row.agency_id);
    refuseArchived(row.state);
    const file = await loadCaseFile(db, row, fileId);
    if (file.is_provided) refuseUnderReview(row.state);
    await db
      .updateTable('request_file')
      .set({
        is_provided: false,
        areas: null,
        removed_on: todayOf(now),
        removed_by: caller.actor.id,
        removal: sealTexts(spine.cipher, 'removal', { reason }),
      })
      .where('agency_id', '=', row.agency_id)
      .where('request_id', '=', row.id)
      .where('id', '=', file.id)
      .execute();
    record({
      kind: 'request_file_removed',
      agencyId: row.agency_id,
      subject: { kind: 'request', id: row.id },
      data: { number: row.number, what: requestFileKinds[file.kind], file: file.id },
    });
    return {};
  });
