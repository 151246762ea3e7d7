import {
  addDays,
  type CivilDate,
  daysBetween,
  epochDayOf,
  inChinese,
  isCivilDate,
  weekdayOf,
  yearOf,
} from '../civil-date.ts';
import type { AnnouncedYear, DaysOff } from './announced-year.ts';
import {
  type AnnouncementProblem,
  type AnnouncementRow,
  quote,
  splitAnnouncement,
} from './split-announcement.ts';

export interface AnnouncementReading {
  /** Null as long as there is an error: half a calendar would be worse than none. */
  readonly year: AnnouncedYear | null;
  readonly errors: readonly AnnouncementProblem[];
}

/** No holiday has lasted longer than ten days (春节 2020); a longer range is a date mistyped. */
const longestHoliday = 15;
const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'];

const twoDigits = (text: string): string => text.padStart(2, '0');

/** 2027-01-01, 2027/1/1, 2027.1.1, 2027年1月1日, 20270101, full-width too; null when there is no such date. */
const readDate = (written: string): CivilDate | null => {
  const text = written.normalize('NFKC');
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const date = `${match[1]}-${twoDigits(match[2] ?? '')}-${twoDigits(match[3] ?? '')}`;
  return isCivilDate(date) ? date : null;
};

const rangeOf = (text: string): readonly [string, string] => {
  const parts = text.split(/ ?(?:至|到|~|～|—+|–) ?/);
  return parts.length === 2 ? [parts[0] ?? '', parts[1] ?? ''] : [text, text];
};

/** Days in a row under one name become one range. */
const joinDays = (
  days: readonly { readonly date: CivilDate; readonly name: string }[],
): readonly DaysOff[] => {
  const ranges: DaysOff[] = [];
  for (const { date, name } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = ranges.at(-1);
    if (last && last.name === name && addDays(last.to, 1) === date)
      ranges[ranges.length - 1] = { ...last, to: date };
    else ranges.push({ name, from: date, to: date });
  }
  return ranges;
};

/**
 * Reads the holidays of one year as an officer writes them down from the State Council's notice: a row a day or a
 * range, with 日期, 放假 or 上班, 名称; separated by commas, tabs or blanks, or JSON. Nothing is taken unless
 * everything is right; each error says its line, what is wrong and what to write.
 *
 * Errors: a date that doesn't exist or belongs to another year (December of the year before is allowed, the
 * notice reaches into it), a range that runs backwards or over 15 days, a day named twice with different
 * meaning, 上班 on a Monday to Friday (it says nothing new, so a date is mistyped), 放假 without a name.
 * Harmless: 放假 on a weekend (ranges contain them), the same row twice.
 *
 * @param about year the notice is for, its date and title, for the record
 */
export const readAnnouncement = (
  text: string,
  about: { readonly year: number; readonly announced: CivilDate | null; readonly source: string },
): AnnouncementReading => {
  const { rows, errors: splitErrors } = splitAnnouncement(text);
  const errors: AnnouncementProblem[] = [...splitErrors];
  const meaning = new Map<
    CivilDate,
    { readonly line: number; readonly kind: string; readonly name: string }
  >();
  const fail = (row: AnnouncementRow, message: string): void => {
    errors.push({ line: row.line, message });
  };

  const datesOf = (row: AnnouncementRow): readonly CivilDate[] => {
    const [fromText, toText] = rangeOf(row.date);
    const [from, to] = [readDate(fromText), readDate(toText)];
    if (!from || !to) {
      fail(
        row,
        `没有${quote(from ? toText : fromText)}这个日期，请写成 ${about.year}-10-01，连续几天写成 ${about.year}-10-01至${about.year}-10-07。`,
      );
      return [];
    }
    if (to < from) {
      fail(row, `起止日期颠倒了：${inChinese(from)}晚于${inChinese(to)}。`);
      return [];
    }
    if (daysBetween(from, to) >= longestHoliday) {
      fail(row, `${inChinese(from)}至${inChinese(to)}超过${longestHoliday}天，请核对起止日期。`);
      return [];
    }
    const stray = [from, to].find(
      (date) => yearOf(date) !== about.year && date.slice(0, 7) !== `${about.year - 1}-12`,
    );
    if (stray) {
      fail(row, `${inChinese(stray)}不在${about.year}年（或上一年12月）内，请核对年份。`);
      return [];
    }
    return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  };

  for (const row of rows) {
    if (row.kind === '放假' && row.name === '') {
      fail(row, '放假的日期没有写节日名称，请补上，例如“春节”。');
      continue;
    }
    for (const date of datesOf(row)) {
      const weekday = weekdayOf(epochDayOf(date));
      if (row.kind === '上班' && weekday <= 5) {
        fail(
          row,
          `${inChinese(date)}是星期${weekdayNames[weekday - 1]}，本来就是工作日，不需要写“上班”，请核对日期。`,
        );
        continue;
      }
      const before = meaning.get(date);
      if (before && (before.kind !== row.kind || (row.kind === '放假' && before.name !== row.name))) {
        fail(
          row,
          `${inChinese(date)}与第 ${before.line} 行重复而内容不同：那里是“${before.kind}${before.name && ` ${before.name}`}”，这里是“${row.kind}${row.name && ` ${row.name}`}”。`,
        );
        continue;
      }
      meaning.set(date, before ?? { line: row.line, kind: row.kind, name: row.name });
    }
  }
  if (rows.length === 0 && errors.length === 0)
    errors.push({ line: 1, message: '没有读到任何日期。每行写一个日期、“放假”或“上班”、节日名称。' });
  if (errors.length > 0) return { year: null, errors: errors.sort((a, b) => a.line - b.line) };

  const days = [...meaning].map(([date, { kind, name }]) => ({ date, kind, name }));
  return {
    year: {
      ...about,
      off: joinDays(days.filter((day) => day.kind === '放假')),
      worked: days
        .filter((day) => day.kind === '上班')
        .map((day) => day.date)
        .sort(),
    },
    errors: [],
  };
};
