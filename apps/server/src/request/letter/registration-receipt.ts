import type { LetterDocument } from '@gongkai/contract';
import { Refusal } from '../../platform/refusal.ts';
import type { Spine } from '../../platform/spine.ts';
import { todayOf } from '../case-clock.ts';
import type { Case } from '../load-case.ts';
import { queryCode } from '../query-code.ts';
import { readLetterRecord } from './letter-record.ts';
import { makeLetter } from './make-letter.ts';
import { templateFor } from './own-templates.ts';

/**
 * 登记回执 (条例第四十五条) of an application, with its query code: what it says follows from the record, so it is made
 * when somebody wants it and kept nowhere. Throws `Refusal` LETTER_INCOMPLETE before the day of receipt is settled.
 */
export const registrationReceipt = async (spine: Spine, found: Case): Promise<LetterDocument> => {
  const { db, cipher } = spine;
  const on = todayOf(spine.now());
  const template = await templateFor(db, found.row.agency_id, 'registration_receipt', on);
  const record = await readLetterRecord(spine, db, found, on);
  if (template === null || record.clock.received === null)
    throw new Refusal(
      'conflict',
      'LETTER_INCOMPLETE',
      '还没有登记双方确认收到申请的日期，登记回执要在确认收到以后出具（条例第三十一条）。',
    );
  const extra = { queryCode: queryCode(cipher, found.row.id) };
  const made = await makeLetter(
    db,
    record,
    template,
    { step: 'confirm_receipt', given: {}, number: null, extra },
    { values: {}, edited: null },
  );
  if (made.document === null)
    throw new Refusal(
      'conflict',
      'LETTER_INCOMPLETE',
      `登记回执还缺内容：${made.missing.map(({ message }) => message).join('')}`,
    );
  return made.document;
};
