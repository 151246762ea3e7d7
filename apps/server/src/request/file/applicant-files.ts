import type { applicantFileKinds, RequestFile } from '@gongkai/contract';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { openByReceipt, type ReceiptProof } from '../applicant-access.ts';
import { loadCase, type RequestRow } from '../load-case.ts';
import type { Submitter } from '../submit-request.ts';
import { filesOf, openCaseFile } from './case-files.ts';
import { isProviding } from './file-rules.ts';
import { type HandedIn, type NewCaseFile, receiveCaseFile } from './receive-case-file.ts';

/** What applicants hand in. */
export interface ApplicantFile extends HandedIn {
  readonly kind: (typeof applicantFileKinds)[number];
}

/**
 * Takes the bytes of what an applicant hands in, before the act that keeps them (`submitRequest`, a step of theirs).
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

const isAnswered = ({ state, outcome }: RequestRow): boolean =>
  isProviding(outcome) && (state === 'delivered' || state === 'archived');

/**
 * What of a case's files its applicant may have: what they handed in themselves, and what goes with the reply, once
 * that was delivered.
 */
export const filesForApplicant = async (spine: Spine, row: RequestRow): Promise<RequestFile[]> =>
  (await filesOf(spine, row)).filter(
    (file) => file.removedOn === null && (file.addedBy === null || (file.isProvided && isAnswered(row))),
  );

/** Opens one of them; `isHead`: without its bytes. Throws `Refusal` REQUEST_NOT_OPEN_HERE, FILE_NOT_FOUND, `BytesLost`. */
export const openApplicantFile = async (
  spine: Spine,
  proof: ReceiptProof,
  fileId: string,
  { isHead = false }: { readonly isHead?: boolean } = {},
): Promise<{ readonly file: RequestFile; readonly bytes: AsyncIterable<Uint8Array> | null }> => {
  const { row } = await loadCase(spine.db, await openByReceipt(spine, proof));
  const offered = await filesForApplicant(spine, row);
  const file = offered.find(({ id }) => id === fileId);
  if (!file) throw new Refusal('not_found', 'FILE_NOT_FOUND', '没有这份材料，或者还不能下载。请刷新后重试。');
  return isHead ? { file, bytes: null } : openCaseFile(spine, row, fileId);
};
