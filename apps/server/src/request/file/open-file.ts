import { type RequestFile, type RequestFileKind, requestFileKinds } from '@gongkai/contract';
import { type Caller, permit, recordReading } from '../../agency/index.ts';
import { personalDataShown } from '../../platform/event/personal-data-shown.ts';
import type { Spine } from '../../platform/spine.ts';
import { loadCase, type RequestRow } from '../load-case.ts';
import { type CaseFileRow, loadCaseFile, openCaseFile, presentCaseFile } from './case-files.ts';

/** What applicants and third parties wrote or prove themselves with: to read it is to be shown personal data. */
const personal: readonly RequestFileKind[] = [
  'identity_proof',
  'attachment',
  'scan',
  'correction',
  'opinion',
];

/**
 * Lets a caller see a file of a case. Proofs of identity are for whoever may see the applicant in full; that personal
 * data was shown stands in the record (个人信息保护法第五十一条). Throws `PermissionDenied`, `Refusal` FILE_NOT_FOUND,
 * FILE_REMOVED.
 */
export const permitFile = async (
  spine: Spine,
  caller: Caller,
  row: RequestRow,
  fileId: string,
): Promise<CaseFileRow> => {
  let found: CaseFileRow | undefined;
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'request.read_files', row.agency_id);
    found = await loadCaseFile(db, row, fileId);
    if (found.kind === 'identity_proof') await permit(db, caller, 'request.show_applicant', row.agency_id);
    if (!personal.includes(found.kind) && !found.is_from_applicant) return;
    record(
      personalDataShown({
        agencyId: row.agency_id,
        subject: { kind: 'request', id: row.id },
        fields: [requestFileKinds[found.kind]],
        reason: '查看案卷材料',
      }),
    );
  });
  return found!;
};

/** Opens a file of a case for somebody of its agency; `isHead`: without its bytes. Throws as `permitFile`, `BytesLost`. */
export const openFile = async (
  spine: Spine,
  caller: Caller,
  requestId: string,
  fileId: string,
  { isHead = false }: { readonly isHead?: boolean } = {},
): Promise<{ readonly file: RequestFile; readonly bytes: AsyncIterable<Uint8Array> | null }> => {
  const { row } = await loadCase(spine.db, requestId);
  const found = await permitFile(spine, caller, row, fileId);
  if (isHead) return { file: presentCaseFile(spine, found), bytes: null };
  return openCaseFile(spine, row, fileId);
};
