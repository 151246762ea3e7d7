import { letterStates } from '@gongkai/contract';
import { type Caller, permit, recordReading } from '../../agency/index.ts';
import { personalDataShown } from '../../platform/event/personal-data-shown.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { answerFile } from '../file/answer-file.ts';
import { type Case, loadCase } from '../load-case.ts';
import { type LetterFile, type LetterFormat, letterFile, letterFormats } from './letter-file.ts';
import { loadLetter, openLetter } from './open-letter.ts';
import { registrationReceipt } from './registration-receipt.ts';
import { isToApplicant } from './stored-letter.ts';

const notFound = (): Refusal => new Refusal('not_found', 'LETTER_NOT_FOUND', '没有这份文书。请刷新后重试。');

/** `018f….pdf` as an address has it. */
const readName = (name: string): { readonly name: string; readonly format: LetterFormat } => {
  const dot = name.lastIndexOf('.');
  const format = letterFormats.find((one) => one === name.slice(dot + 1));
  if (dot < 0 || format === undefined) throw notFound();
  return { name: name.slice(0, dot), format };
};

/** A letter's file as an answer. */
export const answerLetter = ({ name, mediaType, bytes }: LetterFile): Response =>
  answerFile({
    file: { name, mediaType, size: bytes.length },
    bytes: (async function* () {
      yield bytes;
    })(),
  });

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `GET /api/requests/{id}/letters/{file}`: a letter for somebody of the agency. Throws as `openLetter`, `letterFile`. */
export const downloadLetter = async (
  spine: Spine,
  caller: Caller,
  { id, file }: { readonly id: string; readonly file: string },
): Promise<Response> => {
  const { name: letterId, format } = readName(file);
  if (!uuid.test(id) || !uuid.test(letterId)) throw notFound();
  const { row, printed } = await openLetter(spine, caller, id, letterId);
  const letter = await letterFile(printed, format);
  // Nobody takes for the letter itself what never went out.
  const name =
    row.state === 'issued' ? letter.name : `${letterStates[row.state]}：${printed.title}.${format}`;
  return answerLetter({ ...letter, name });
};

/** `GET /api/requests/{id}/{file}`: the receipt of registration, for whoever handles the application. */
export const downloadReceipt = async (
  spine: Spine,
  caller: Caller,
  { id, file }: { readonly id: string; readonly file: string },
): Promise<Response> => {
  const { format } = readName(file);
  if (!uuid.test(id)) throw notFound();
  const found = await loadCase(spine.db, id);
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'request.handle', found.row.agency_id);
    record(
      personalDataShown({
        agencyId: found.row.agency_id,
        subject: { kind: 'request', id },
        fields: ['申请人', '查询码'],
        reason: '打印登记回执',
      }),
    );
  });
  return answerLetter(await letterFile(await registrationReceipt(spine, found), format));
};

/**
 * A letter for the applicant, who has proved that the application is theirs: only what went out to them. Throws
 * `Refusal` LETTER_NOT_FOUND, LETTER_UNPRINTABLE.
 */
export const letterForApplicant = async (
  spine: Spine,
  { row }: Case,
  letterId: string,
  format: LetterFormat,
): Promise<LetterFile> => {
  if (!uuid.test(letterId)) throw notFound();
  const letter = await loadLetter(spine, row, letterId);
  if (letter.row.state !== 'issued' || !isToApplicant(letter.row.template)) throw notFound();
  return letterFile(letter.document, format);
};

/** 登记回执 for the applicant, made anew each time. Throws as `registrationReceipt`, `letterFile`. */
export const receiptForApplicant = async (
  spine: Spine,
  found: Case,
  format: LetterFormat,
): Promise<LetterFile> => letterFile(await registrationReceipt(spine, found), format);
