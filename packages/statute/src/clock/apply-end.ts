import { epochDayOf } from '../civil-date.ts';
import type { EventOf } from './clock-event.ts';
import { type Complain, isLate, type Run } from './run.ts';

export const applyReplied = (run: Run, event: EventOf<'replied'>, complain: Complain): void => {
  const day = epochDayOf(event.on);
  if (isLate(run, day)) complain('replied_late');
  run.end = { on: day, by: 'replied', onTheSpot: event.onTheSpot ?? false };
};

/** The case is over, as it was recorded, whether the agency was right or not: what was wrong is named. */
export const applyAbandoned = (run: Run, event: EventOf<'abandoned'>, complain: Complain): void => {
  const day = epochDayOf(event.on);
  const asked =
    event.because === 'not_corrected'
      ? run.correction?.corrected === null && run.correction
      : run.fee?.paid === null && run.fee;
  if (!asked) complain('abandoned_unasked');
  else if (day <= asked.due) complain('abandoned_early');
  run.end = { on: day, by: event.because, onTheSpot: false };
};

export const applyWithdrawn = (run: Run, event: EventOf<'withdrawn'>): void => {
  run.end = { on: epochDayOf(event.on), by: 'withdrawn', onTheSpot: false };
};

export const applyServed = (run: Run, event: EventOf<'served'>, complain: Complain): void => {
  if (run.end === null) {
    complain('served_without_reply');
    return;
  }
  run.served ??= epochDayOf(event.on);
};
