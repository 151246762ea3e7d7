import { type RequestLine, type WaitingFor, waitingFor } from '@gongkai/contract';

/** Whom a state waits for by itself: not worth a word. */
const usual: Readonly<Partial<Record<RequestLine['state'], WaitingFor>>> = {
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

/** As short as a row of the list has it. */
const short: Readonly<Partial<Record<WaitingFor, string>>> = { disclosure_head: '负责人' };

/** Where an application stands: 办理中，等第三方; 已归档，予以公开. */
export const sayState = ({ state, stateName, waiting, outcomeName }: RequestLine): string => {
  if (waiting === null) return outcomeName === null ? stateName : `${stateName}，${outcomeName}`;
  return usual[state] === waiting ? stateName : `${stateName}，等${short[waiting] ?? waitingFor[waiting]}`;
};
