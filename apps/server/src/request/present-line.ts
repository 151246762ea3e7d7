import { isEnded, type RequestContent, type RequestLine, requestStates } from '@gongkai/contract';
import {
  type Calendar,
  type CivilDate,
  getOutcome,
  maskName,
  type OutcomeId,
  workingDaysBetween,
} from '@gongkai/statute';
import { type Caller, rolesFor } from '../agency/index.ts';
import type { Spine } from '../platform/spine.ts';
import { dueWindowOf, dueWindowsOn } from './list/due-windows.ts';
import type { RequestRow } from './load-case.ts';
import { openContent, openTexts } from './seal-texts.ts';

/** 办理结果 in words; null as long as there is none. */
export const nameOfOutcome = (outcome: string | null): string | null =>
  outcome === null ? null : getOutcome(outcome as OutcomeId).name;

/** Whether somebody reads what applicants wrote: the agency's own people do, who supervises from above doesn't. */
export const readsWhole = (caller: Caller, agencyId: string): boolean =>
  rolesFor(caller, 'request.view').some((held) => held.agencyId === agencyId && held.role !== 'supervisor');

const titleOf = (content: RequestContent | null): string | null => {
  if (content === null) return null;
  const text = [...(content.title ?? content.description).replaceAll(/\s+/g, ' ')];
  return text.length > 60 ? `${text.slice(0, 60).join('')}…` : text.join('');
};

/** An application as lists show it: the applicant by a masked name. */
export const presentLine = (
  { cipher }: Spine,
  row: RequestRow,
  {
    calendar,
    today,
    officerName,
    isWhole,
  }: {
    readonly calendar: Calendar;
    readonly today: CivilDate;
    readonly officerName: string | null;
    /** With what the applicant wrote. */
    readonly isWhole: boolean;
  },
): RequestLine => {
  const { name } = openTexts(cipher, 'applicant', row.applicant) as { readonly name?: string };
  const isOpen = !isEnded(row.state);
  const left =
    isOpen && row.due_on !== null ? workingDaysBetween(calendar, today, row.due_on as CivilDate).days : null;
  return {
    id: row.id,
    agencyId: row.agency_id,
    number: row.number,
    state: row.state,
    stateName: requestStates[row.state],
    channel: row.channel,
    applicantKind: row.applicant_kind,
    applicantName:
      name === undefined || !isWhole ? '' : row.applicant_kind === 'naturalPerson' ? maskName(name) : name,
    title: isWhole ? titleOf(openContent(cipher, row.content)) : null,
    officerName,
    waiting: row.waiting,
    due: isOpen ? dueWindowOf(row.due_on, dueWindowsOn(calendar, today)) : null,
    workingDaysLeft: left,
    submittedOn: row.submitted_on,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    outcome: row.outcome,
    outcomeName: nameOfOutcome(row.outcome),
  };
};
