import { type EarlierQuery, type EarlierRequest, requestStates } from '@gongkai/contract';
import { type Caller, permitReading } from '../../agency/index.ts';
import type { Spine } from '../../platform/spine.ts';
import { personIndexes } from '../person-indexes.ts';
import { nameOfOutcome } from '../present-line.ts';
import { findAlike } from './find-alike.ts';

/**
 * While an officer registers: what the same applicant has asked for before, and who else asked for much the same
 * (条例第三十五条、第三十六条第（六）项). Throws `PermissionDenied`.
 */
export const showEarlier = async (
  spine: Spine,
  caller: Caller,
  { agencyId, applicant, title, documentNumber, description }: EarlierQuery,
): Promise<EarlierRequest[]> => {
  await permitReading(spine, caller, 'request.register', agencyId);
  const { identityKind, identityNumber, phone, name } = applicant;
  const { identity_index, phone_index } = personIndexes(spine.cipher, {
    identity: identityNumber ? { kind: identityKind, number: identityNumber } : null,
    phone: phone || null,
  });
  const alike = await findAlike(spine, {
    agencyId,
    identity: identity_index,
    phone: phone_index,
    name: name || null,
    content: { title, documentNumber, description },
  });
  return alike.map(({ row, sameApplicant, sameName, likeness }) => ({
    id: row.id,
    number: row.number,
    submittedOn: row.submitted_on,
    stateName: requestStates[row.state],
    outcomeName: nameOfOutcome(row.outcome),
    sameApplicant,
    sameName,
    likeness,
  }));
};
