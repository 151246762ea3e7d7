import type { applicantFileKinds, RequestFile } from '@gongkai/contract';
import { act } from '../../platform/act.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { openByReceipt, type ReceiptProof } from '../applicant-access.ts';
import { loadCase, type RequestRow } from '../load-case.ts';
import type { Submitter } from '../submit-request.ts';
import { filesOf, openCaseFile } from './case-files.ts';
import { refuseOver } from './file-rules.ts';
import { keepFiles, refuseTooMany } from './keep-files.ts';
import { type HandedIn, type NewCaseFile, receiveCaseFile } from './receive-case-file.ts';

/** What applicants hand in. */
export interface ApplicantFile extends HandedIn {
  readonly kind: (typeof applicantFileKinds)[number];
}

/**
 * Takes the bytes of what an applicant hands in, before the act that keeps them (`submitRequest`, `addApplicantFiles`).
 * The first that is refused ends it; what was taken before is swept up. Throws as `receiveCaseFile`.
 */
export const receiveApplicantFiles = async (
  spine: Spine,
  { requestId }: Submitter,
  agencyId: string,
  files: readonly ApplicantFile[],
): Promise<readonly NewCaseFile[]> => {
  const who = { actor: { kind: 'applicant', id: null, postId: null }, requestId } as const;
  const received: NewCaseFile[] = [];
  for (const file of files) received.push(await receiveCaseFile(spine, who, agencyId, file));
  return received;
};

/**
 * Adds files to an application as its applicant, by number and query code, until it is over. Throws `Refusal`
 * REQUEST_NOT_OPEN_HERE, FILES_CLOSED, FILES_TOO_MANY and as `receiveCaseFile`.
 */
export const addApplicantFiles = async (
  spine: Spine,
  submitter: Submitter,
  proof: ReceiptProof,
  files: readonly ApplicantFile[],
): Promise<readonly string[]> => {
  const id = await openByReceipt(spine, proof);
  const { row } = await loadCase(spine.db, id);
  refuseOver(row.state);
  await refuseTooMany(spine.db, row, files.length);
  const received = await receiveApplicantFiles(spine, submitter, row.agency_id, files);
  return act(
    { db: spine.db, actor: { kind: 'applicant', id, postId: null }, now: spine.now, ...submitter },
    async (work) => {
      const found = await loadCase(work.db, id, { lock: true });
      refuseOver(found.row.state);
      return keepFiles(spine, work, found.row, received, 'applicant');
    },
  );
};

const isAnswered = ({ state, outcome }: RequestRow): boolean =>
  outcome !== null && (state === 'delivered' || state === 'archived');

/**
 * What of a case's files its applicant may have: what they handed in themselves, and what goes with the reply, once
 * that was delivered.
 */
export const filesForApplicant = async (spine: Spine, row: RequestRow): Promise<RequestFile[]> =>
  (await filesOf(spine, row)).filter(
    (file) => file.removedOn === null && (file.addedBy === null || (file.isProvided && isAnswered(row))),
  );

/** Opens one of them. Throws `Refusal` REQUEST_NOT_OPEN_HERE, FILE_NOT_FOUND, `BytesLost`. */
export const openApplicantFile = async (
  spine: Spine,
  proof: ReceiptProof,
  fileId: string,
): Promise<{ readonly file: RequestFile; readonly bytes: AsyncIterable<Uint8Array> }> => {
  const { row } = await loadCase(spine.db, await openByReceipt(spine, proof));
  const offered = await filesForApplicant(spine, row);
  if (!offered.some(({ id }) => id === fileId))
    throw new Refusal('not_found', 'FILE_NOT_FOUND', '没有这份材料，或者还不能下载。请刷新后重试。');
  return openCaseFile(spine, row, fileId);
};
