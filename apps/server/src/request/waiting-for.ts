import type { WaitingFor } from '@gongkai/contract';
import type { Clock } from '@gongkai/statute';
import type { Facts } from './facts.ts';
import { isOpen } from './steps-of-handling.ts';

const byState: Readonly<Partial<Record<Facts['state'], WaitingFor>>> = {
  awaiting_confirmation: 'officer',
  handling: 'officer',
  awaiting_correction: 'applicant',
  awaiting_payment: 'applicant',
  in_review: 'reviewer',
  in_secrecy_review: 'secrecy_reviewer',
  awaiting_approval: 'disclosure_head',
  approved: 'officer',
  signed: 'officer',
};

/** Whom an application waits for; null once it is over. Pure. */
export const waitingForOf = (facts: Facts, clock: Clock): WaitingFor | null => {
  if (facts.state !== 'handling') return byState[facts.state] ?? null;
  if (facts.extension?.stage === 'proposed') return 'disclosure_head';
  const asked = facts.consultations.filter(isOpen);
  if (clock.state !== 'paused' || asked.length === 0) return 'officer';
  return asked.some(({ party }) => party === 'third_party') ? 'third_party' : 'other_agency';
};

/** The same as far as the state alone tells it, for lists. */
export const waitingForByState = (state: Facts['state']): WaitingFor | null => byState[state] ?? null;
