import {
  type CivilDate,
  civilDateOf,
  type EpochDay,
  epochDayOf,
  firstEpochDay,
  firstYear,
  lastEpochDay,
  lastYear,
  weekdayOf,
} from '../civil-date.ts';
import type { AnnouncedYear, DaysOff } from './announced-year.ts';
import { announcedYears } from './announced-years.ts';

/**
 * Holidays of a region of national autonomy (全国年节及纪念日放假办法第四条). Only the years named here are known:
 * in a calendar for this region every other year is unsettled, since its regional dates aren't announced.
 */
export interface RegionalHolidays {
  /** 地方名称, e.g. 西藏自治区 */
  readonly region: string;
  readonly years: readonly {
    readonly year: number;
    readonly source: string;
    readonly off: readonly DaysOff[];
    readonly worked?: readonly CivilDate[];
  }[];
}

export type DayKind = 'workday' | 'swapped' | 'weekend' | 'holiday' | 'regional';

/** What a day is. `workday` and `swapped` (调休上班) are working days, the others are not. */
export interface CalendarDay {
  readonly date: CivilDate;
  readonly working: boolean;
  readonly kind: DayKind;
  /** The holiday's name, null for other days. */
  readonly name: string | null;
  /** It rests on a year whose holidays are not announced (see `Calendar`). */
  readonly provisional: boolean;
}

/**
 * Working days (工作日) from 2000 to 2149. Only announced years are certain; elsewhere a day is taken by its
 * weekday and marked provisional.
 *
 * The last days of a year are settled by the next year's notice as well: New Year's days off reached back to
 * 30 December 2018 and 31 December 2022, and 29 December 2018 was worked for it. So from 25 December on, a day
 * is provisional until the next year is announced too: the weekend swapped for New Year has never been
 * further away than the week before it.
 */
export interface Calendar {
  readonly announced: readonly number[];
  readonly region: string | null;
  /** Of each day since 2000-01-01: how many working days there are up to it, itself included. */
  readonly workingThrough: Int32Array;
  /** Likewise the provisional days. */
  readonly provisionalThrough: Int32Array;
  /** The epoch day of the n-th working day, from 0. */
  readonly workingDays: Int32Array;
  readonly special: ReadonlyMap<EpochDay, { readonly kind: DayKind; readonly name: string | null }>;
}

export interface CalendarOptions {
  /** Announced years that were imported: each stands in for ours of the same year, or is added. */
  readonly imported?: readonly AnnouncedYear[];
  readonly regional?: RegionalHolidays | null;
  /** The years to begin with; ours unless given. */
  readonly years?: readonly AnnouncedYear[];
}

const firstUnsettledDayOfDecember = 25;

/** A calendar; takes some milliseconds, so build it once and keep it. */
export const buildCalendar = (options: CalendarOptions = {}): Calendar => {
  const byYear = new Map((options.years ?? announcedYears).map((year) => [year.year, year]));
  for (const year of options.imported ?? []) byYear.set(year.year, year);
  const years = [...byYear.values()].sort((a, b) => a.year - b.year);

  const special = new Map<EpochDay, { kind: DayKind; name: string | null }>();
  const note = (
    off: readonly DaysOff[],
    worked: readonly CivilDate[],
    kind: 'holiday' | 'regional',
  ): void => {
    for (const { name, from, to } of off)
      for (let day = epochDayOf(from); day <= epochDayOf(to); day += 1) special.set(day, { kind, name });
    for (const date of worked) special.set(epochDayOf(date), { kind: 'swapped', name: null });
  };
  // In the order of years: a day of December that both notices name is as the later one has it.
  for (const year of years) note(year.off, year.worked, 'holiday');
  for (const year of options.regional?.years ?? []) note(year.off, year.worked ?? [], 'regional');

  const regionalYears = options.regional && new Set(options.regional.years.map((year) => year.year));
  const known = (year: number): boolean => byYear.has(year) && (!regionalYears || regionalYears.has(year));

  const length = lastEpochDay - firstEpochDay + 1;
  const workingThrough = new Int32Array(length);
  const provisionalThrough = new Int32Array(length);
  const workingDays: number[] = [];
  let provisional = 0;
  let index = 0;
  for (let year = firstYear; year <= lastYear; year += 1) {
    const yearEnd = epochDayOf(`${year}-12-31` as CivilDate) - firstEpochDay;
    const settledTo = !known(year)
      ? -1
      : known(year + 1)
        ? yearEnd
        : yearEnd - (32 - firstUnsettledDayOfDecember);
    for (; index <= yearEnd; index += 1) {
      const day = firstEpochDay + index;
      const kind = special.get(day)?.kind ?? (weekdayOf(day) > 5 ? 'weekend' : 'workday');
      if (kind === 'workday' || kind === 'swapped') workingDays.push(day);
      if (index > settledTo) provisional += 1;
      workingThrough[index] = workingDays.length;
      provisionalThrough[index] = provisional;
    }
  }
  return {
    announced: years.map((year) => year.year),
    region: options.regional?.region ?? null,
    workingThrough,
    provisionalThrough,
    workingDays: Int32Array.from(workingDays),
    special,
  };
};

/** How many provisional days lie in (after, through]. */
export const countProvisional = (calendar: Calendar, after: EpochDay, through: EpochDay): number =>
  through <= after
    ? 0
    : (calendar.provisionalThrough[through - firstEpochDay] ?? 0) -
      (calendar.provisionalThrough[after - firstEpochDay] ?? 0);

/** What a day is in this calendar: working or not, why, and whether that is certain. */
export const describeDay = (calendar: Calendar, day: EpochDay): CalendarDay => {
  const kind = calendar.special.get(day)?.kind ?? (weekdayOf(day) > 5 ? 'weekend' : 'workday');
  return {
    date: civilDateOf(day),
    working: kind === 'workday' || kind === 'swapped',
    kind,
    name: calendar.special.get(day)?.name ?? null,
    provisional: countProvisional(calendar, day - 1, day) > 0,
  };
};
