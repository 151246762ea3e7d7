import type { Applicant } from '@gongkai/contract';
import { type Caller, permit, recordReading } from '../agency/index.ts';
import type { Spine } from '../platform/spine.ts';
import { loadCase } from './load-case.ts';
import { openApplicant } from './seal-texts.ts';

/** The applicant in full, on purpose: the reading stands in the record with its reason (个人信息保护法第五十一条). */
export const showApplicant = async (
  spine: Spine,
  caller: Caller,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Applicant | null> => {
  const { row } = await loadCase(spine.db, id);
  await recordReading(spine, caller, async ({ db, record }) => {
    await permit(db, caller, 'request.show_applicant', row.agency_id);
    record({
      kind: 'personal_data_shown',
      agencyId: row.agency_id,
      subject: { kind: 'request', id },
      data: { fields: ['申请人'], reason },
    });
  });
  return openApplicant(spine.cipher, row.applicant);
};
