import type { CalendarPreview, ImportCalendarYear } from '@gongkai/contract';
import {
  type AnnouncedYear,
  announcedYears,
  buildCalendar,
  civilDate,
  doubtAnnouncement,
  readAnnouncement,
} from '@gongkai/statute';
import type { Db } from '../platform/database/open-database.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Spine } from '../platform/spine.ts';
import { actAs } from './act-as.ts';
import { presentYear } from './calendar-years.ts';
import type { Caller } from './caller.ts';
import { permitAtRoot, permitReadingAtRoot } from './permit-at-root.ts';
import { importedYears, regionalHolidays, type StoredDays } from './read-calendar.ts';
import { readCalendarFile } from './read-calendar-file.ts';
import { settleCalendarWork } from './remind-of-calendar.ts';

const mostShown = 200;

/** What an import of a year of holidays would say and replace. Changes nothing. */
export const previewCalendarYear = async (
  spine: Spine,
  caller: Caller,
  input: ImportCalendarYear,
): Promise<CalendarPreview> => {
  await permitReadingAtRoot(spine, caller, 'calendar.import');
  return (await read(spine.db, input)).preview;
};

/**
 * Imports what the State Council announced for a year (国务院办公厅关于部分节假日安排的通知), or a region's own holidays
 * (全国年节及纪念日放假办法第四条). It stands in for the year before of the same number. Dates that rest on it are
 * counted anew whenever they are asked for, since nothing stores a due date that can't be derived again.
 */
export const importCalendarYear = (
  spine: Spine,
  caller: Caller,
  input: ImportCalendarYear,
): Promise<CalendarPreview> =>
  actAs(spine, caller, async ({ db, now, record }) => {
    const rootId = await permitAtRoot(db, caller, 'calendar.import');
    const { announcedYear, preview } = await read(db, input);
    const [first] = preview.problems;
    if (!announcedYear || first)
      throw new Refusal(
        'invalid',
        'CALENDAR_HAS_PROBLEMS',
        `有 ${preview.problemCount} 个问题，没有导入。${first?.row ? `第 ${first.row} 行：` : ''}${first?.message ?? ''}`,
      );
    const { year, source, announced, off, worked } = announcedYear;
    const regionCode = input.regionCode ?? '';
    const row = {
      days: JSON.stringify({ announced, off, worked } satisfies StoredDays),
      source,
      imported_at: now,
    };
    await db
      .insertInto('calendar_year')
      .values({ region_code: regionCode, year, ...row })
      .onConflict((conflict) => conflict.columns(['region_code', 'year']).doUpdateSet(row))
      .execute();
    record({
      kind: 'calendar_year_imported',
      agencyId: rootId,
      subject: { kind: 'calendar_year', id: regionCode === '' ? `${year}` : `${regionCode}/${year}` },
      data: { year, regionCode, source, announced, off, worked, replaced: preview.replaces },
    });
    await settleCalendarWork({ db, now }, rootId);
    return preview;
  });

const read = async (
  db: Db,
  input: ImportCalendarYear,
): Promise<{ readonly announcedYear: AnnouncedYear | null; readonly preview: CalendarPreview }> => {
  const year = Number(input.year);
  const regionCode = input.regionCode ?? '';
  const imported = await importedYears(db);
  const isThere = imported.some((one) => one.regionCode === regionCode && one.year === year);
  const isBuiltIn = regionCode === '' && announcedYears.some((one) => one.year === year);
  const replaces: CalendarPreview['replaces'] = isThere ? 'imported' : isBuiltIn ? 'built_in' : 'nothing';
  const failed = (problems: CalendarPreview['problems']) => ({
    announcedYear: null,
    preview: {
      year: null,
      warnings: [],
      replaces,
      problems: problems.slice(0, mostShown),
      problemCount: problems.length,
    } satisfies CalendarPreview,
  });

  const file = input.file
    ? readCalendarFile(new Uint8Array(await input.file.arrayBuffer()))
    : { text: input.text ?? '' };
  if ('problem' in file) return failed([{ row: null, column: null, message: file.problem }]);
  const about = {
    year,
    announced: input.announced ? civilDate(input.announced) : null,
    source: input.source,
  };
  const { year: announcedYear, errors } = readAnnouncement(file.text, about);
  if (!announcedYear)
    return failed(errors.map(({ line, message }) => ({ row: line, column: null, message })));

  const country = imported.filter((one) => one.regionCode === '');
  const calendar = buildCalendar(
    regionCode === ''
      ? { imported: [...country, announcedYear] }
      : {
          imported: country,
          regional: {
            region: regionCode,
            years: [...(regionalHolidays(imported, regionCode)?.years ?? []), announcedYear],
          },
        },
  );
  return {
    announcedYear,
    preview: {
      year: presentYear(calendar, year, announcedYear, { origin: 'imported', regionCode, importedOn: null }),
      // A region's own holidays are a few days: it need not have the whole year's festivals.
      warnings: regionCode === '' ? [...doubtAnnouncement(announcedYear)] : [],
      replaces,
      problems: [],
      problemCount: 0,
    },
  };
};
