declare const civilDateBrand: unique symbol;

/** A civil date in Asia/Shanghai as 'YYYY-MM-DD', of the years 2000 to 2149. Dates compare as strings. */
export type CivilDate = string & { readonly [civilDateBrand]: 'CivilDate' };

/** Days since 1970-01-01. Walking days as integers is what keeps the clock fast. */
export type EpochDay = number;

const msPerDay = 86_400_000;

/** From here to the end of 2149 the calendar reaches. */
export const firstYear = 2000;
export const lastYear = 2149;

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** The epoch day of a proleptic Gregorian date; month 1-12, and a day past its month runs on into the next. */
const epochDayOfParts = (year: number, month: number, day: number): EpochDay => {
  // Years are counted from March, so that the leap day is the last one.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

export const firstEpochDay: EpochDay = epochDayOfParts(firstYear, 1, 1);
export const lastEpochDay: EpochDay = epochDayOfParts(lastYear, 12, 31);

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is an existing date 'YYYY-MM-DD' of the years 2000 to 2149. */
export const isCivilDate = (text: string): text is CivilDate => {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
};

/** The text as a civil date; a RangeError in Chinese when it isn't one. */
export const civilDate = (text: string): CivilDate => {
  if (isCivilDate(text)) return text;
  throw new RangeError(
    `日期“${text}”不存在或格式不对：应为 2026-03-16 这样的日期，年份在 ${firstYear} 至 ${lastYear} 之间。`,
  );
};

/** 'YYYY-MM-DD' → days since 1970-01-01. */
export const epochDayOf = (date: CivilDate): EpochDay => {
  const digit = (index: number): number => date.charCodeAt(index) - 48;
  return epochDayOfParts(
    digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
    digit(5) * 10 + digit(6),
    digit(8) * 10 + digit(9),
  );
};

/** Days since 1970-01-01 → 'YYYY-MM-DD'; a RangeError outside the years 2000 to 2149. */
export const civilDateOf = (day: EpochDay): CivilDate => {
  if (day < firstEpochDay || day > lastEpochDay || !Number.isInteger(day))
    throw new RangeError(`日期超出了 ${firstYear} 至 ${lastYear} 年的范围，请核对输入的日期和天数。`);
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as CivilDate;
};

/** Monday 1 … Sunday 7. */
export const weekdayOf = (day: EpochDay): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/** Calendar days later (or earlier, when negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => civilDateOf(epochDayOf(date) + days);

/** Calendar days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => epochDayOf(to) - epochDayOf(from);

/**
 * The corresponding day some months later.
 * 民法典第二百零二条：没有对应日的，月末日为期间的最后一日。
 */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const count = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return civilDateOf(epochDayOfParts(year, month, day));
};

// China has kept UTC+8 without summer time since 15 September 1991, long before the first year here.
const shanghaiOffset = 8 * 3_600_000;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/**
 * The civil date in Asia/Shanghai of an instant: epoch milliseconds, or ISO 8601 with `Z` or an offset. A time
 * without an offset is a RangeError, since nobody can say whose time it is.
 */
export const civilDateInShanghai = (instant: number | string): CivilDate => {
  const ms =
    typeof instant === 'number' ? instant : instantPattern.test(instant) ? Date.parse(instant) : Number.NaN;
  if (!Number.isFinite(ms))
    throw new RangeError(`时间“${instant}”无法识别：应为带时区的时间，例如 2026-03-16T09:30:00+08:00。`);
  return civilDateOf(Math.floor((ms + shanghaiOffset) / msPerDay));
};

/** 2026年3月16日 */
export const inChinese = (date: CivilDate): string => `${date.slice(0, 4)}年${monthAndDay(date)}`;

/** 3月16日 */
export const monthAndDay = (date: CivilDate): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
