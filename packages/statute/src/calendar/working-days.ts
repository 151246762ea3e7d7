import { type CivilDate, civilDateOf, type EpochDay, epochDayOf, firstEpochDay } from '../civil-date.ts';
import { type Calendar, countProvisional } from './calendar.ts';

/** A date that was counted out, and whether it rests on days that no notice has settled yet. */
export interface CountedDate {
  readonly date: CivilDate;
  readonly provisional: boolean;
}

/** Working days in (after, through]; 0 when the second is not later. Epoch days inside the calendar. */
export const countWorking = (calendar: Calendar, after: EpochDay, through: EpochDay): number =>
  through <= after
    ? 0
    : (calendar.workingThrough[through - firstEpochDay] ?? 0) -
      (calendar.workingThrough[after - firstEpochDay] ?? 0);

/** The n-th working day after a day, which itself is not counted; n ≥ 1. */
export const nthWorkingDayAfter = (calendar: Calendar, day: EpochDay, n: number): EpochDay => {
  const found = calendar.workingDays[(calendar.workingThrough[day - firstEpochDay] ?? 0) + n - 1];
  if (found === undefined) throw new RangeError('期限超出了日历的范围，请核对日期和天数。');
  return found;
};

/** The day itself when it is worked, else the next working day. */
export const workingDayFrom = (calendar: Calendar, day: EpochDay): EpochDay =>
  nthWorkingDayAfter(calendar, day - 1, 1);

/** Whether a date is a working day, swapped weekends and holidays considered. */
export const isWorkingDay = (
  calendar: Calendar,
  date: CivilDate,
): { readonly working: boolean; readonly provisional: boolean } => {
  const day = epochDayOf(date);
  return {
    working: countWorking(calendar, day - 1, day) === 1,
    provisional: countProvisional(calendar, day - 1, day) > 0,
  };
};

/**
 * The n-th working day after a date. 民事诉讼法第八十五条: the day on which a period begins is not counted, so
 * 20 working days from 10 February begin on 11 February. `days` is a whole number ≥ 1, else a RangeError.
 */
export const addWorkingDays = (calendar: Calendar, date: CivilDate, days: number): CountedDate => {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`工作日数“${days}”不对：应为 1 以上的整数。`);
  const from = epochDayOf(date);
  const to = nthWorkingDayAfter(calendar, from, days);
  return { date: civilDateOf(to), provisional: countProvisional(calendar, from, to) > 0 };
};

/** The first working day after a date. */
export const nextWorkingDay = (calendar: Calendar, date: CivilDate): CountedDate =>
  addWorkingDays(calendar, date, 1);

/** Working days after the first date up to and with the second; negative when the second is earlier. */
export const workingDaysBetween = (
  calendar: Calendar,
  from: CivilDate,
  to: CivilDate,
): { readonly days: number; readonly provisional: boolean } => {
  if (to < from) {
    const { days, provisional } = workingDaysBetween(calendar, to, from);
    return { days: -days, provisional };
  }
  const [after, through] = [epochDayOf(from), epochDayOf(to)];
  return {
    days: countWorking(calendar, after, through),
    provisional: countProvisional(calendar, after, through) > 0,
  };
};
