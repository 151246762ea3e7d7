import type { ApplicantStep, StepInput } from '@gongkai/contract';
import { act, type Work } from '../platform/act.ts';
import type { Db } from '../platform/database/open-database.ts';
import { addressGroup } from '../platform/rate-limit/address-group.ts';
import { takeToken } from '../platform/rate-limit/shared-rate-limit.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { keepFiles } from './file/keep-files.ts';
import type { NewCaseFile } from './file/receive-case-file.ts';
import { type Case, loadCase } from './load-case.ts';
import { tellOfficer } from './notify-staff.ts';
import { isQueryCode } from './query-code.ts';
import type { Submitter } from './submit-request.ts';
import { doStep, type Taken } from './take-step.ts';

/** What an applicant proves with that an application is theirs: number and query code of the receipt. */
export interface ReceiptProof {
  readonly number: string;
  readonly queryCode: string;
}

/** A minute's tries from one address: sixty bits are not guessed, and nobody waits for a slip of the keyboard. */
const triesPerMinute = 60;

/**
 * Holds back an address that submits or looks up too often. The table keeps a keyed hash of it. Throws `Refusal`
 * QUERY_TOO_OFTEN.
 */
export const limitApplicants = async ({ db, cipher, now }: Spine, address: string): Promise<void> => {
  const key = `applicant:${cipher.index(addressGroup(address), 'rate_bucket.key').toString('base64url')}`;
  const { allowed, retryAfter } = await takeToken(db, key, triesPerMinute, now());
  if (!allowed)
    throw new Refusal('too_many', 'QUERY_TOO_OFTEN', `提交或者查询太频繁，请 ${retryAfter} 秒后再试。`);
};

const megabyte = 1024 * 1024;
/**
 * Megabytes that one address may upload: so much at once, as much again in an hour. A hall of visitors gets by with
 * it; a disk isn't filled by somebody who sends nothing in the end.
 */
const [mostMegabytes, megabytesPerMinute] = [600, 10];

/**
 * Holds back an address that uploads too much, before its bytes are taken. Forms without files cost nothing.
 *
 * @param most bytes that a form may have: what one costs that doesn't say how long it is
 * @throws `Refusal` QUERY_TOO_OFTEN
 */
export const limitUploads = async (
  { db, cipher, now }: Spine,
  address: string,
  { headers }: Request,
  most: number,
): Promise<void> => {
  if (!/^multipart\//i.test(headers.get('content-type') ?? '')) return;
  const declared = Number(headers.get('content-length') ?? most);
  const cost = Math.min(Number.isFinite(declared) ? declared : most, most) / megabyte;
  const key = `upload:${cipher.index(addressGroup(address), 'rate_bucket.key').toString('base64url')}`;
  const { allowed, retryAfter } = await takeToken(db, key, megabytesPerMinute, now(), {
    cost,
    most: mostMegabytes,
  });
  if (!allowed)
    throw new Refusal(
      'too_many',
      'QUERY_TOO_OFTEN',
      `从您所在的网络上传的文件太多，请 ${Math.ceil(retryAfter / 60)} 分钟后再试，或者先提交、以后补交材料。`,
    );
};

/** 〔〕 is hard to type: brackets of any kind, and blanks, are as good. */
const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[[{(〔【]/g, '〔')
    .replace(/[\]})〕】]/g, '〕')
    .replace(/\s/g, '');

/**
 * The id of the application that a receipt stands for. Whether the number or the code is wrong is not told. Throws
 * `Refusal` REQUEST_NOT_OPEN_HERE.
 */
export const openByReceipt = async (
  { db, cipher }: Spine,
  { number, queryCode }: ReceiptProof,
): Promise<string> => {
  const found = (await idsOf(db, number)).find((id) => isQueryCode(cipher, id, queryCode));
  if (found === undefined)
    throw new Refusal(
      'not_found',
      'REQUEST_NOT_OPEN_HERE',
      '登记编号与查询码不符，或没有这件申请。请核对回执上的登记编号和查询码。',
    );
  return found;
};

/**
 * Two agencies of one short name may have given the same number. As it stands on the receipt it counts too: an
 * agency's short name may hold brackets of its own.
 */
const idsOf = async (db: Db, number: string): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('request')
      .select('id')
      .where('number', 'in', [plainNumber(number), number.trim()])
      .limit(20)
      .execute()
  ).map(({ id }) => id);

/** The application of a receipt, for its applicant to read. Throws as `openByReceipt`. */
export const caseOfReceipt = async (spine: Spine, proof: ReceiptProof): Promise<Case> =>
  loadCase(spine.db, await openByReceipt(spine, proof));

/**
 * Takes a step as the applicant, by number and query code, together with the files that belong to it: gives the
 * correction that was asked for (条例第三十条), hands in what is missing, agrees to a fee, withdraws, rates. What is done
 * online is done today. Throws `Refusal` as `openByReceipt` and `doStep`, and FILES_TOO_MANY.
 */
export const takeStepAsApplicant = async <S extends ApplicantStep>(
  spine: Spine,
  submitter: Submitter,
  proof: ReceiptProof,
  { step, input }: { readonly step: S; readonly input: Omit<StepInput<S>, 'on'> },
  files: readonly NewCaseFile[] = [],
): Promise<Taken> => {
  const id = await openByReceipt(spine, proof);
  return actAsApplicant(spine, submitter, id, async (work) => {
    const found = await loadCase(work.db, id, { lock: true });
    const today = { ...input, on: undefined } as StepInput<S>;
    const taken = await doStep(spine, work, found, null, { step, input: today });
    await keepFiles(spine, work, found.row, files, 'applicant');
    await tellOfficer(work, found, step);
    return taken;
  });
};

/** An act of whoever holds the receipt of an application. */
export const actAsApplicant = <T>(
  spine: Spine,
  submitter: Submitter,
  id: string,
  decide: (work: Work) => Promise<T>,
): Promise<T> =>
  act({ db: spine.db, actor: { kind: 'applicant', id, postId: null }, now: spine.now, ...submitter }, decide);
