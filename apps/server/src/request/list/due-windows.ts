import type { DueWindow } from '@gongkai/contract';
import { addWorkingDays, type Calendar, type CivilDate } from '@gongkai/statute';

/** The last days of the windows that are told in working days, so that a query compares dates only. */
export interface DueWindows {
  readonly today: CivilDate;
  readonly soon: CivilDate;
  readonly week: CivilDate;
}

/** Translated once per query: within three and within seven working days of today by an agency's calendar. */
export const dueWindowsOn = (calendar: Calendar, today: CivilDate): DueWindows => ({
  today,
  soon: addWorkingDays(calendar, today, 3).date,
  week: addWorkingDays(calendar, today, 7).date,
});

/** Which window an open application's due date lies in. */
export const dueWindowOf = (dueOn: string | null, { today, soon, week }: DueWindows): DueWindow => {
  if (dueOn === null) return 'none';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  if (dueOn <= soon) return 'soon';
  return dueOn <= week ? 'week' : 'later';
};

/** The dates of a window, both included; null: from the beginning, or without end. */
export const datesOfWindow = (
  window: Exclude<DueWindow, 'none'>,
  { today, soon, week }: DueWindows,
): {
  readonly after: CivilDate | null;
  readonly through: CivilDate | null;
  readonly before: CivilDate | null;
} =>
  ({
    overdue: { after: null, through: null, before: today },
    today: { after: null, through: null, before: null },
    soon: { after: today, through: soon, before: null },
    week: { after: soon, through: week, before: null },
    later: { after: week, through: null, before: null },
  })[window];
