import { civilDate, monthAndDay } from '../civil-date.ts';
import type { AnnouncedYear } from './announced-year.ts';
import { buildCalendar } from './calendar.ts';
import { isWorkingDay, workingDaysBetween } from './working-days.ts';

/** 全国年节及纪念日放假办法第二条, under the names that notices use. */
const festivals = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'];

/** Days of the solar calendar that are off every year, by the same article since 2008. */
const alwaysOff = ['01-01', '05-01', '10-01', '10-02', '10-03'];

/**
 * What makes an imported year look mistyped though each line is right, in sentences; empty when nothing does.
 * Warnings, not errors: an extraordinary year (2020) may be right.
 */
export const doubtAnnouncement = (year: AnnouncedYear): readonly string[] => {
  const calendar = buildCalendar({ imported: [year] });
  const date = (monthDay: string) => civilDate(`${year.year}-${monthDay}`);
  const working = workingDaysBetween(calendar, civilDate(`${year.year - 1}-12-31`), date('12-31')).days;
  const names = year.off.map((off) => off.name).join(' ');
  const missing = festivals.filter((festival) => !names.includes(festival));
  const worked = alwaysOff.map(date).filter((day) => isWorkingDay(calendar, day).working);
  return [
    ...(missing.length > 0 ? [`没有找到${missing.join('、')}的放假安排，请对照通知核对。`] : []),
    ...(worked.length > 0 ? [`${worked.map(monthAndDay).join('、')}是法定节假日，却没有放假。`] : []),
    ...(working < 240 || working > 260
      ? [`照此计算，${year.year}年有${working}个工作日；往年在 248 至 251 个之间，请核对。`]
      : []),
  ];
};
