import type { CivilDate } from '../../report.ts';

const chineseDigits: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  Ｏ: 0,
  O: 0,
  o: 0,
  '0': 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 二〇二二 → 2022; null for anything but four digits of it. */
export const chineseYear = (text: string): number | null => {
  let year = 0;
  for (const character of text) {
    const digit = chineseDigits[character];
    if (digit === undefined) return null;
    year = year * 10 + digit;
  }
  return text.length === 4 ? year : null;
};

/** 三十一 → 31, 十 → 10. */
const chineseDay = (text: string): number => {
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : (chineseDigits[tens ?? ''] ?? 0)) : 0;
  return ten * 10 + (units === '' ? 0 : (chineseDigits[units ?? ''] ?? 0));
};

/** The civil date, or null where no calendar has that day. */
export const civilDate = (year: number, month: number, day: number): CivilDate | null => {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

export const arabicDate = /((?:19|20)\d{2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?/;
const hanDate =
  /([二一][〇○ＯOo0零九][〇○ＯOo0零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;
const compactDate = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;

/** The first date in squeezed text: 2022-02-15, 2022/2/15, 2022.2.15, 2022年2月15日, 二〇二二年二月十五日. */
export const findDate = (text: string): CivilDate | null => {
  const arabic = arabicDate.exec(text);
  if (arabic) return civilDate(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]));
  const han = hanDate.exec(text);
  if (!han) return null;
  return civilDate(chineseYear(han[1] ?? '') ?? 0, chineseDay(han[2] ?? ''), chineseDay(han[3] ?? ''));
};

/** As `findDate`, and 20220215: only for places where nothing but a date can stand. */
export const findStatedDate = (text: string): CivilDate | null => {
  const compact = compactDate.exec(text);
  return (
    findDate(text) ?? (compact ? civilDate(Number(compact[1]), Number(compact[2]), Number(compact[3])) : null)
  );
};

/** Whether squeezed text is a date and nothing else, be it a day that exists or not (2022215 is a date that lost its marks). */
export const isDateLine = (text: string): boolean => {
  const bare = text.replace(/^[（(【]|[)）】。]$/g, '');
  return (
    /^20\d{4,6}$/.test(bare) ||
    (findDate(bare) !== null && bare.replace(arabicDate, '').replace(hanDate, '').length === 0)
  );
};
