import { nthWorkingDayAfter } from '../calendar/working-days.ts';
import { type EpochDay, epochDayOf } from '../civil-date.ts';
import type { EventOf, GivenPeriod } from './clock-event.ts';
import { type Complain, type Run, receivedBy, waitingFor } from './run.ts';
import { statutoryPeriods } from './statutory-periods.ts';

/** Longer than any period that could be called reasonable; keeps a slip of the pen inside the calendar. */
const longestPeriod = 250;

const endOfPeriod = (run: Run, from: EpochDay, period: GivenPeriod, complain: Complain): EpochDay => {
  if ('until' in period) {
    const until = epochDayOf(period.until);
    if (until > from) return until;
    complain('correction_period_odd');
    return from;
  }
  const days = Math.min(longestPeriod, Math.max(1, Math.trunc(period.workingDays) || 1));
  if (days !== period.workingDays) complain('correction_period_odd');
  return nthWorkingDayAfter(run.calendar, from, days);
};

// 条例第三十条：应当给予指导和释明，并自收到申请之日起7个工作日内一次性告知申请人作出补正
export const applyCorrectionRequested = (
  run: Run,
  event: EventOf<'correction_requested'>,
  complain: Complain,
): void => {
  if (run.correction) {
    complain('correction_second');
    return;
  }
  const count = run.counts.at(-1);
  if (!count || run.received === null) return;
  const day = epochDayOf(event.on);
  if (waitingFor(run) === 'payment') {
    complain('correction_out_of_place');
    return;
  }
  const { workingDays } = statutoryPeriods.correctionNotice;
  const late = day > nthWorkingDayAfter(run.calendar, run.received, workingDays);
  if (late) complain('correction_late', run.policy.lateCorrectionRestarts);
  const restarts = !late || run.policy.lateCorrectionRestarts;
  const due = endOfPeriod(run, receivedBy(run, day, event.receivedOn), event.period, complain);
  run.correction = { requested: day, due, restarts, corrected: null };
  if (restarts) count.stopped = { on: day, waitingFor: 'correction' };
};

// 条例第三十条：答复期限自行政机关收到补正的申请之日起计算
export const applyCorrected = (run: Run, event: EventOf<'corrected'>, complain: Complain): void => {
  if (!run.correction || run.correction.corrected !== null) {
    complain('corrected_unasked');
    return;
  }
  const day = epochDayOf(event.on);
  if (day > run.correction.due) complain('corrected_late');
  run.correction.corrected = day;
  if (run.correction.restarts)
    run.counts.push({ start: day, because: 'corrected', extension: null, stopped: null });
};
