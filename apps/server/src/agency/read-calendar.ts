import {
  type AnnouncedYear,
  buildCalendar,
  type Calendar,
  type DaysOff,
  type RegionalHolidays,
} from '@gongkai/statute';
import { sql } from 'kysely';
import type { Db } from '../platform/database/open-database.ts';

/** What a row of calendar_year holds besides its year and source. */
export interface StoredDays {
  readonly announced: AnnouncedYear['announced'];
  readonly off: readonly DaysOff[];
  readonly worked: AnnouncedYear['worked'];
}

/** A year that was imported, for the country ('') or a region. */
export interface ImportedYear extends AnnouncedYear {
  readonly regionCode: string;
  readonly importedAt: Date;
}

/** Every imported year, in the order of regions and years. */
export const importedYears = async (db: Db): Promise<readonly ImportedYear[]> => {
  const rows = await db
    .selectFrom('calendar_year')
    .selectAll()
    .orderBy('region_code')
    .orderBy('year')
    .execute();
  return rows.map(({ region_code, year, days, source, imported_at }) => ({
    ...(days as StoredDays),
    year,
    source,
    regionCode: region_code,
    importedAt: imported_at,
  }));
};

/**
 * The region among those with a calendar that an agency's region belongs to: its county's before its city's before
 * its province's (GB/T 2260: 640105, 640100, 640000); '' where none has.
 */
export const calendarRegion = (regionCode: string, regions: Iterable<string>): string => {
  const known = new Set(regions);
  return (
    [6, 4, 2]
      .map((digits) => regionCode.slice(0, digits).padEnd(6, '0'))
      .find((region) => known.has(region)) ?? ''
  );
};

/** Holidays of a region as the statute takes them; null where it has none. */
export const regionalHolidays = (years: readonly ImportedYear[], region: string): RegionalHolidays | null => {
  const own = years.filter((year) => region !== '' && year.regionCode === region);
  return own.length === 0 ? null : { region, years: own };
};

/** Calendars by what they are made of, so that no process keeps an old one after another imported a year. */
const built = new Map<string, Calendar>();
const mostBuilt = 100;

/** What the imports are: one small query tells whether a calendar that was built still holds. */
interface Imports {
  readonly version: string;
  readonly regions: readonly string[];
}

const readImports = sql<Imports>`
  select coalesce(md5(string_agg(region_code || year || days::text || source, '|' order by region_code, year)), '') as version,
    coalesce(array_agg(distinct region_code), '{}') as regions
  from calendar_year`;

const calendarAt = async (db: Db, regionCode: string, { version, regions }: Imports): Promise<Calendar> => {
  const region = calendarRegion(regionCode, regions);
  const key = `${version} ${region}`;
  const kept = built.get(key);
  if (kept) return kept;
  const years = version === '' ? [] : await importedYears(db);
  const calendar = buildCalendar({
    imported: years.filter((year) => year.regionCode === ''),
    regional: regionalHolidays(years, region),
  });
  if (built.size >= mostBuilt) built.clear();
  built.set(key, calendar);
  return calendar;
};

/**
 * The working-day calendar (工作日历) that holds at a region: the years built in, those imported for the country, and
 * the region's own holidays. Costs one small query; the calendar itself is kept for as long as the imports are the same.
 */
export const readCalendar = async (db: Db, regionCode = ''): Promise<Calendar> => {
  const { rows } = await readImports.execute(db);
  return calendarAt(db, regionCode, rows[0]!);
};

/** The calendar that holds where an agency is, and whether the agency is in use; in one query. Null without the agency. */
export const readAgencyCalendar = async (
  db: Db,
  agencyId: string,
): Promise<{ readonly isOpen: boolean; readonly calendar: Calendar } | null> => {
  const { rows } = await sql<Imports & { readonly region_code: string; readonly is_open: boolean }>`
    select region_code, closed_on is null as is_open, version, regions
    from agency, (${readImports}) as imports where agency.id = ${agencyId}`.execute(db);
  const [row] = rows;
  return row ? { isOpen: row.is_open, calendar: await calendarAt(db, row.region_code, row) } : null;
};
