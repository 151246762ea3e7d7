import type { SlotId } from '../slot/slots.ts';
import type { RequirementRow } from './requirements.ts';

const decision = (...states: readonly SlotId[]): RequirementRow => ({
  always: ['requested', 'receivedOn', 'basis', ...states],
});

/** The replies: the request, the article, and what the outcome must state (statute's `mustState`). */
export const outcomeRequirements = {
  'reply.public_already': decision('accessHow'),
  'reply.provided': decision('provided', 'providedAs'),
  'reply.access_told': decision('accessHow', 'accessWhen'),
  'reply.public_interest': {
    ...decision('provided', 'publicInterest'),
    // 条例第三十二条: the notice follows the decision, so its day can't stand in it.
    phrases: ['书面告知第三方'],
  },
  'reply.partial': decision('provided', 'withheldParts'),
  'reply.state_secret': decision('secrecyBasis', 'reasons'),
  'reply.prohibited_by_law': decision('prohibitingLaw', 'reasons'),
  'reply.security': decision('endangered', 'reasons'),
  'reply.third_party': decision('harmedInterest', 'thirdPartyConsulted', 'reasons'),
  'reply.internal_affairs': decision('internalMatter', 'reasons'),
  'reply.deliberative': {
    ...decision('deliberativeMatter', 'reasons'),
    phrases: ['没有法律、法规、规章规定应当公开'],
  },
  'reply.enforcement_file': {
    ...decision('enforcementFile', 'reasons'),
    phrases: ['没有法律、法规、规章规定应当公开'],
  },
  'reply.registry_inquiry': decision('specialRules', 'inquiryOffice'),
  'reply.nonexistent': decision('searchRecord'),
  'reply.not_responsible': { ...decision('reasons'), somewhere: ['responsibleAgency'] },
  'reply.needs_creation': { ...decision('creationNeeded'), somewhere: ['existingInformation'] },
  'reply.still_unclear': decision('correctionServedOn', 'correctedOn', 'stillUnclear'),
  'reply.complaint': { ...decision('grievanceChannel'), phrases: ['不作为政府信息公开申请处理'] },
  'reply.duplicate': { ...decision('earlierReplyOn', 'earlierReplyNumber'), phrases: ['不予重复处理'] },
  'reply.publication': decision('publicationAccess'),
  'reply.excessive': {
    ...decision('requestVolume', 'statedReasons', 'reasons'),
    phrases: ['不予处理'],
  },
  'reply.confirmation': { ...decision('alreadyObtained'), phrases: ['不予处理'] },
  'reply.not_corrected': { ...decision('correctionServedOn', 'correctionDue'), phrases: ['不再处理'] },
  'reply.fee_unpaid': {
    ...decision('feeServedOn', 'feeAmount', 'paymentDue'),
    phrases: ['不再处理'],
  },
  // No article: the applicant wants it.
  'reply.withdrawn': { always: ['requested', 'receivedOn', 'withdrawnOn', 'withdrawnBy'] },
  'reply.consultation': decision('reasons', 'consultChannel'),
  'reply.not_government_information': decision('reasons'),
  'reply.archived': decision('archivedWhen', 'archive', 'reasons'),
} as const satisfies Readonly<Record<string, RequirementRow>>;
