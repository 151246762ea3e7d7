import { nthWorkingDayAfter } from '../calendar/working-days.ts';
import { epochDayOf } from '../civil-date.ts';
import type { EventOf } from './clock-event.ts';
import { type Complain, type Consultation, consultationEnd, type Run, replyDue } from './run.ts';
import { statutoryPeriods } from './statutory-periods.ts';

export const applyConsultationStarted = (
  run: Run,
  event: EventOf<'consultation_started'>,
  complain: Complain,
): void => {
  if (run.consultations.some(({ id }) => id === event.id)) {
    complain('consultation_twice');
    return;
  }
  const sent = epochDayOf(event.on);
  const due = replyDue(run);
  if (due !== null && (run.policy.sendingDayExcluded ? sent > due : sent >= due))
    complain('consultation_late');
  run.consultations.push({
    id: event.id,
    party: event.party,
    name: event.name,
    sent,
    delivered: null,
    due: null,
    opinion: null,
    closed: null,
  });
};

const openConsultation = (run: Run, id: string, complain: Complain): Consultation | null => {
  const consultation = run.consultations.find((candidate) => candidate.id === id);
  if (!consultation) complain('consultation_unknown');
  else if (consultation.opinion === null && consultation.closed === null) return consultation;
  else complain('consultation_over');
  return null;
};

// 条例第三十二条：第三方应当自收到征求意见书之日起15个工作日内提出意见；第三十四条：被征求意见的行政机关同样15个工作日
export const applyConsultationDelivered = (
  run: Run,
  event: EventOf<'consultation_delivered'>,
  complain: Complain,
): void => {
  const consultation = openConsultation(run, event.id, complain);
  if (!consultation) return;
  if (consultation.delivered !== null) {
    complain('consultation_twice');
    return;
  }
  consultation.delivered = epochDayOf(event.on);
  if (consultation.party === 'other_organ') return;
  const { workingDays } =
    consultation.party === 'third_party' ? statutoryPeriods.thirdParty : statutoryPeriods.jointMaker;
  consultation.due = nthWorkingDayAfter(run.calendar, consultation.delivered, workingDays);
};

export const applyOpinionReceived = (
  run: Run,
  event: EventOf<'opinion_received'>,
  complain: Complain,
): void => {
  const consultation = openConsultation(run, event.id, complain);
  if (!consultation) return;
  const day = epochDayOf(event.on);
  const end = consultationEnd(consultation);
  if (end !== null && day > end) complain('opinion_late');
  consultation.opinion = day;
};

export const applyConsultationClosed = (
  run: Run,
  event: EventOf<'consultation_closed'>,
  complain: Complain,
): void => {
  const consultation = openConsultation(run, event.id, complain);
  if (consultation) consultation.closed = epochDayOf(event.on);
};
