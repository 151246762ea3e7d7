import type { Letter, LetterDocument } from '@gongkai/contract';
import { writeHtml } from '@gongkai/reply-document';
import { type Caller, permit, readAgency, recordReading } from '../../agency/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { personalDataShown } from '../../platform/event/personal-data-shown.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Cipher } from '../../platform/secret/cipher.ts';
import type { Spine } from '../../platform/spine.ts';
import { loadCase, type RequestRow } from '../load-case.ts';
import { blankNumber } from '../take-number.ts';
import { type LetterRow, openSealedLetter, presentLetter } from './stored-letter.ts';

/** A letter with its text. */
export interface OpenedLetter {
  readonly row: LetterRow;
  readonly document: LetterDocument;
  /** As it prints: what has no number yet shows the place for it. */
  readonly printed: LetterDocument;
}

/** A letter of a case. Throws `Refusal` LETTER_NOT_FOUND where there is none, or retention has destroyed its text. */
export const loadLetter = async (
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  { agency_id, id }: Pick<RequestRow, 'agency_id' | 'id'>,
  letterId: string,
): Promise<OpenedLetter> => {
  const row = await db
    .selectFrom('request_letter')
    .selectAll()
    .where('agency_id', '=', agency_id)
    .where('request_id', '=', id)
    .where('id', '=', letterId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not_found', 'LETTER_NOT_FOUND', '这件申请没有这份文书。请刷新后重试。');
  const kept = openSealedLetter(cipher, row);
  if (!kept)
    throw new Refusal('not_found', 'LETTER_NOT_FOUND', '这份文书已按保存期限销毁，只留有登记的内容。');
  const { document } = kept;
  const year = Number(row.dated_on.slice(0, 4));
  const number = document.number ?? blankNumber(await readAgency(db, agency_id), 'reply', year);
  return { row, document, printed: { ...document, number } };
};

/**
 * Opens a letter for somebody of its agency. It names who applied, so that it was read stands in the record
 * (个人信息保护法第五十一条). Throws `PermissionDenied`, `Refusal` REQUEST_NOT_FOUND, LETTER_NOT_FOUND.
 */
export const openLetter = async (
  spine: Spine,
  caller: Caller,
  requestId: string,
  letterId: string,
): Promise<OpenedLetter> => {
  const { row } = await loadCase(spine.db, requestId);
  let opened: OpenedLetter | undefined;
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'request.read_files', row.agency_id);
    opened = await loadLetter({ db, cipher: spine.cipher }, row, letterId);
    record(
      personalDataShown({
        agencyId: row.agency_id,
        subject: { kind: 'request', id: row.id },
        fields: ['文书'],
        reason: '查看文书',
      }),
    );
  });
  return opened!;
};

/** A letter as the office shows it. Throws as `openLetter`. */
export const readLetter = async (
  spine: Spine,
  caller: Caller,
  { id, letterId }: { readonly id: string; readonly letterId: string },
): Promise<Letter & { readonly document: LetterDocument; readonly html: string }> => {
  const { row, document, printed } = await openLetter(spine, caller, id, letterId);
  return { ...presentLetter(row), document, html: writeHtml(printed) };
};
