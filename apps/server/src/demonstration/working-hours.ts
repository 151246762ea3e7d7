import { addWorkingDays, type Calendar, type CivilDate, isWorkingDay } from '@gongkai/statute';

/** A minute of a day in Beijing. */
export interface Moment {
  readonly day: CivilDate;
  readonly minute: number;
}

const morning = { from: 9 * 60, to: 12 * 60 };
const afternoon = { from: 13 * 60 + 30, to: 17 * 60 + 30 };

export const dateOf = ({ day, minute }: Moment): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minute * 60_000);

/** The first minute from a moment on at which an office works: noon, evenings and days off are left out. */
export const inHours = (calendar: Calendar, { day, minute }: Moment): Moment => {
  if (!isWorkingDay(calendar, day).working || minute >= afternoon.to)
    return { day: addWorkingDays(calendar, day, 1).date, minute: morning.from + (minute % 40) };
  if (minute < morning.from) return { day, minute: morning.from + (minute % 40) };
  if (minute >= morning.to && minute < afternoon.from) return { day, minute: afternoon.from + (minute % 40) };
  return { day, minute };
};

/** So many working days later at about the same hour; 0: later on the same day, if there is time. */
export const afterDays = (calendar: Calendar, at: Moment, days: number, minutes: number): Moment =>
  inHours(
    calendar,
    days === 0
      ? { day: at.day, minute: at.minute + minutes }
      : {
          day: addWorkingDays(calendar, at.day, days).date,
          minute: morning.from + ((at.minute + minutes) % (afternoon.to - morning.from)),
        },
  );

/** The latest working day that is so many working days before another. */
export const workingDaysBefore = (calendar: Calendar, day: CivilDate, days: number): CivilDate => {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    at -= 86_400_000;
    if (isWorkingDay(calendar, new Date(at).toISOString().slice(0, 10) as CivilDate).working) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10) as CivilDate;
};
