import type { CalendarYear } from '@gongkai/contract';
import {
  type AnnouncedYear,
  announcedYears,
  buildCalendar,
  type Calendar,
  civilDate,
  civilDateInShanghai,
  workingDaysBetween,
} from '@gongkai/statute';
import type { Db } from '../platform/database/open-database.ts';
import { importedYears, regionalHolidays } from './read-calendar.ts';

interface Origin {
  readonly origin: CalendarYear['origin'];
  readonly regionCode: string;
  readonly importedOn: string | null;
}

/** A year as people see it; `year` is null where nothing is announced. */
export const presentYear = (
  calendar: Calendar,
  number: number,
  year: AnnouncedYear | null,
  { origin, regionCode, importedOn }: Origin,
): CalendarYear => {
  const { days, provisional } = workingDaysBetween(
    calendar,
    civilDate(`${number - 1}-12-31`),
    civilDate(`${number}-12-31`),
  );
  return {
    year: number,
    regionCode,
    origin,
    source: year?.source ?? null,
    importedOn,
    isProvisional: provisional,
    workingDays: days,
    off: [...(year?.off ?? [])],
    worked: [...(year?.worked ?? [])],
  };
};

/** From this month on the next year's notice is looked for; it has come between October and December. */
const noticeMonth = 11;

/** The year whose notice should be imported by now; null where there is none. */
export const missingYear = (calendar: Calendar, now: Date): number | null => {
  const today = civilDateInShanghai(now.getTime());
  const year = Number(today.slice(0, 4));
  if (!calendar.announced.includes(year)) return year;
  const isTime = Number(today.slice(5, 7)) >= noticeMonth;
  return isTime && !calendar.announced.includes(year + 1) ? year + 1 : null;
};

export const missingNotice = (year: number): string =>
  `${year}年的工作日历还没有导入。国务院办公厅通常在十月至十二月公布下一年的节假日安排，公布后请尽快导入；在此之前，跨年的期限都是暂定的。`;

/** The years of a region's calendar ('' for the country), with what each rests on, and what is missing. */
export const listCalendarYears = async (
  db: Db,
  regionCode: string,
  now: Date,
): Promise<{ readonly years: CalendarYear[]; readonly notice: string | null }> => {
  const imported = await importedYears(db);
  const country = imported.filter((year) => year.regionCode === '');
  const calendar = buildCalendar({
    imported: country,
    regional: regionalHolidays(imported, regionCode),
  });
  const current = Number(civilDateInShanghai(now.getTime()).slice(0, 4));
  const byYear = new Map<number, AnnouncedYear>();
  const importedOn = new Map<number, string>();
  if (regionCode === '') for (const year of announcedYears) byYear.set(year.year, year);
  for (const year of regionCode === '' ? country : imported.filter((one) => one.regionCode === regionCode)) {
    byYear.set(year.year, year);
    importedOn.set(year.year, civilDateInShanghai(year.importedAt.getTime()));
  }
  const numbers = new Set([...byYear.keys(), current, current + 1]);
  const years = [...numbers]
    .sort((a, b) => b - a)
    .map((number) => {
      const year = byYear.get(number) ?? null;
      const on = importedOn.get(number) ?? null;
      const origin = on !== null ? 'imported' : year === null ? 'unannounced' : 'built_in';
      return presentYear(calendar, number, year, { origin, regionCode, importedOn: on });
    });
  const missing = missingYear(calendar, now);
  return { years, notice: missing === null ? null : missingNotice(missing) };
};
