import { isEnded, type WaitingFor } from '@gongkai/contract';
import type { Clock } from '@gongkai/statute';
import type { Facts } from '../facts.ts';

const byState: Readonly<Partial<Record<Facts['state'], WaitingFor>>> = {
  in_review: 'reviewer',
  in_secrecy_review: 'secrecy_reviewer',
  awaiting_approval: 'disclosure_head',
  awaiting_correction: 'applicant',
  awaiting_payment: 'applicant',
};

/** Whether a period of somebody else's went by: then it is the agency's turn again. */
const isMissed = ({ deadlines }: Clock, kind: 'correction' | 'payment'): boolean =>
  deadlines.some((deadline) => deadline.kind === kind && deadline.status === 'missed');

/** Those asked who may still answer: not closed, no opinion, and their 15 working days not over. */
const asked = ({ consultations }: Facts, { deadlines }: Clock) =>
  consultations.filter(
    ({ closedOn, answer, label }) =>
      closedOn === null &&
      answer === null &&
      !deadlines.some(({ name, status }) => name === label && status === 'missed'),
  );

/** Whom an application waits for; null once it is over. Pure: read from its steps and the clock of today. */
export const waitingOf = (facts: Facts, clock: Clock): WaitingFor | null => {
  const { state } = facts;
  if (isEnded(state)) return null;
  // 条例第三十条、信息处理费管理办法: silence is looked at by the head of the working body.
  if (state === 'awaiting_correction' && isMissed(clock, 'correction')) return 'disclosure_head';
  if (state === 'awaiting_payment' && isMissed(clock, 'payment')) return 'disclosure_head';
  if (state !== 'handling') return byState[state] ?? 'officer';
  if (facts.extension?.stage === 'proposed') return 'disclosure_head';
  const parties = asked(facts, clock).map(({ party }) => party);
  if (parties.includes('third_party')) return 'third_party';
  if (parties.length > 0) return 'other_agency';
  if (facts.reasonsAskedOn !== null && facts.reasonsGivenOn === null) return 'applicant';
  return 'officer';
};
