import { type IntakeChannel, isEnded, type RequestState, type WaitingFor } from '@gongkai/contract';
import { newId } from '../../platform/database/new-id.ts';
import type { Spine } from '../../platform/spine.ts';
import type { RequestRow } from '../load-case.ts';
import { sealTexts } from '../seal-texts.ts';
import { searchRow } from './search-row.ts';

/** An application as a list sees it, in clear. */
export interface PlainRow {
  readonly state: RequestState;
  readonly waiting: WaitingFor;
  readonly channel: IntakeChannel;
  readonly kind: RequestRow['applicant_kind'];
  readonly submittedOn: string;
  readonly dueOn: string | null;
  readonly officerId: string | null;
  readonly draftedBy: string | null;
  readonly outcome: string;
  readonly name: string;
  readonly title: string | null;
  readonly description: string;
  readonly phone?: string;
}

let serial = 0;

/** Writes rows as acts leave them, in their order. */
export const insertRows = async (
  { db, cipher }: Spine,
  agencyId: string,
  plain: readonly PlainRow[],
): Promise<readonly (PlainRow & { readonly id: string; readonly number: string })[]> => {
  const made = plain.map((row) => {
    serial += 1;
    return { ...row, id: newId(), serial, number: `区政府办依申请〔2026〕${serial}号` };
  });
  for (const row of made) {
    const isOver = isEnded(row.state);
    const content = { title: row.title, documentNumber: null, description: row.description };
    await db
      .insertInto('request')
      .values({
        agency_id: agencyId,
        id: row.id,
        year: 2026,
        serial: row.serial,
        number: row.number,
        state: row.state,
        channel: row.channel,
        applicant_kind: row.kind,
        form: 'electronic',
        way: 'electronic',
        applicant: sealTexts(cipher, 'applicant', { kind: row.kind, name: row.name }),
        content: sealTexts(cipher, 'content', content),
        identity_index: null,
        phone_index: row.phone ? cipher.index(row.phone, 'request.phone') : null,
        matter_index: cipher.index(row.description, 'request.matter'),
        submitted_on: row.submittedOn,
        received_on: row.submittedOn,
        due_on: isOver ? null : row.dueOn,
        outcome: isOver ? row.outcome : null,
        waiting: isOver ? null : row.waiting,
        officer_id: row.officerId,
        drafted_by: row.draftedBy,
        created_at: new Date(),
      })
      .execute();
    await db
      .insertInto('request_search')
      .values(searchRow(cipher, { agency_id: agencyId, id: row.id, number: row.number }, row.name, content))
      .execute();
  }
  return made;
};
