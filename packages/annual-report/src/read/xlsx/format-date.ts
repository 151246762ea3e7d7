const millisecondsADay = 86_400_000;
/** Day 0 of the count that begins with 1900, whose February Excel gives 29 days; right from 1 March 1900. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999. */
const lastDay = 2_958_465;

/**
 * The day that a number stands for, with year, month and day as far as the format shows them; null for a time
 * of day, and for what is no day.
 *
 * @param letters the format's date letters, e.g. `ymd`
 * @param chinese 2024年1月22日 instead of 2024-01-22
 */
export const formatDate = (
  value: number,
  letters: string,
  chinese: boolean,
  from1904: boolean,
): string | null => {
  if (value < 0 || value >= lastDay + 1 || !/[yde]/i.test(letters)) return null;
  const date = new Date((from1904 ? epoch1904 : epoch1900) + Math.floor(value) * millisecondsADay);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const hasYear = /[ye]/i.test(letters);
  const hasDay = /d/i.test(letters);
  if (chinese) return `${hasYear ? `${year}年` : ''}${month}月${hasDay ? `${day}日` : ''}`;
  const parts = [hasYear ? [year] : [], [month], hasDay ? [day] : []].flat();
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
};
