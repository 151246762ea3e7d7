import { type CivilDate, civilDateOf, type EpochDay } from '../civil-date.ts';
import type { ConsultedParty } from './clock-event.ts';
import { consultationSpan, countedDue, type Run } from './run.ts';
import { statutoryPeriods } from './statutory-periods.ts';

/** A stretch of a request's time: first and last day both belong to it; `to` null: it goes on. */
export interface Period {
  readonly kind: 'counted' | 'consultation' | 'correction' | 'payment' | 'delay';
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly article: string;
  /** Who is asked, for a consultation. */
  readonly consulted: { readonly party: ConsultedParty; readonly name: string } | null;
}

const period = (
  kind: Period['kind'],
  from: EpochDay,
  to: EpochDay | null,
  article: string,
  consulted: Period['consulted'] = null,
): Period => ({
  kind,
  from: civilDateOf(from),
  to: to === null ? null : civilDateOf(to),
  article,
  consulted,
});

/** What the request's time consists of, in the order of first days; consultations lie inside what is counted. */
export const periodsOf = (run: Run): readonly Period[] => {
  const periods: Period[] = [];
  const ended = run.end?.on ?? null;
  const due = countedDue(run);
  run.counts.forEach((count, index) => {
    const next = run.counts[index + 1]?.start ?? null;
    const last = count.stopped?.on ?? (due === null || (ended !== null && ended < due) ? ended : due);
    if (last === null || last > count.start)
      periods.push(period('counted', count.start + 1, last, statutoryPeriods.reply.article));
    if (!count.stopped) return;
    const { on, waitingFor } = count.stopped;
    const article =
      waitingFor === 'correction'
        ? statutoryPeriods.correctionNotice.article
        : statutoryPeriods.payment.article;
    const until = next ?? ended;
    if (until === null || until > on) periods.push(period(waitingFor, on + 1, until, article));
  });
  for (const consultation of run.consultations) {
    const { after, through } = consultationSpan(consultation, run.policy);
    const until = ended !== null && (through === null || ended < through) ? ended : through;
    const consulted = { party: consultation.party, name: consultation.name };
    // A letter that left when the counted period was over excluded nothing.
    const inTime = due === null || after < due;
    if (inTime && (until === null || until > after))
      periods.push(period('consultation', after + 1, until, '条例第三十三条第三款', consulted));
  }
  if (run.fee?.counts && run.policy.afterPayment === 'resume') {
    const until = run.fee.paid ?? ended;
    if (until === null || until > run.fee.notified)
      periods.push(period('payment', run.fee.notified + 1, until, statutoryPeriods.payment.article));
  }
  if (run.delay && due !== null && run.delay.until > due && (ended === null || ended > due))
    periods.push(
      period(
        'delay',
        due + 1,
        ended === null ? run.delay.until : Math.min(ended, run.delay.until),
        '条例第三十五条',
      ),
    );
  return periods.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};
