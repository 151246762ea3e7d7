import { type RequestFileKind, type RequestState, requestStates } from '@gongkai/contract';
import { getOutcome, isOutcomeId } from '@gongkai/statute';
import { Refusal } from '../../platform/refusal.ts';

const closed = (detail: string): Refusal =>
  new Refusal('conflict', 'FILES_CLOSED', `这件申请的材料现在不能改动：${detail}。`);

/** An archived case is as it is. Throws `Refusal` FILES_CLOSED. */
export const refuseArchived = (state: RequestState): void => {
  if (state === 'archived') throw closed('已经归档');
};

/** Where the applicant may still hand something in: until the application is over. Throws `Refusal` FILES_CLOSED. */
export const refuseOver = (state: RequestState): void => {
  if (['delivered', 'abandoned', 'withdrawn', 'archived'].includes(state))
    throw closed(`${requestStates[state]}，不再收材料；有新的要求请另行申请`);
};

const beforeReview: readonly RequestState[] = [
  'awaiting_confirmation',
  'handling',
  'awaiting_correction',
  'awaiting_payment',
];

/**
 * What goes out with the reply is what reviewer, secrecy reviewer and head have seen (保密法第三十五条): from review on
 * it stays as it is. Throws `Refusal` FILES_CLOSED.
 */
export const refuseUnderReview = (state: RequestState): void => {
  if (beforeReview.includes(state)) return;
  throw closed(
    ['in_review', 'in_secrecy_review', 'awaiting_approval', 'approved'].includes(state)
      ? `${requestStates[state]}，随答复提供的文件要与审核、审查时一样。需要改动的，请先退回`
      : `${requestStates[state]}，随答复提供的文件已经确定`,
  );
};

/** Whether files go out with a reply of this outcome: with one that discloses, whole or in part, and no other. */
export const isProviding = (outcome: string | null): boolean =>
  outcome !== null && isOutcomeId(outcome) && ['disclosed', 'partial'].includes(getOutcome(outcome).group);

/** What is provided is what was asked for, whole or redacted. Throws `Refusal` FILE_NOT_PROVIDABLE. */
export const refuseUnprovidable = (kind: RequestFileKind, isProvided: boolean): void => {
  if (!isProvided || kind === 'information' || kind === 'redacted') return;
  throw new Refusal(
    'invalid',
    'FILE_NOT_PROVIDABLE',
    '这类材料不能随答复提供。确是所申请的政府信息的，请先把类别改为“所申请的政府信息”。',
    'isProvided',
  );
};

/** Redacted files are made, not named so. Throws `Refusal` FILE_KIND_FIXED. */
export const refuseMadeKind = (kind: RequestFileKind): void => {
  if (kind !== 'redacted') return;
  throw new Refusal(
    'invalid',
    'FILE_KIND_FIXED',
    '区分处理后的文件由系统制作，类别不能改成它，也不能改掉。请在原来的文件上作区分处理。',
    'kind',
  );
};
