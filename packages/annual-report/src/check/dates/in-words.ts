import type { CivilDate } from '../../report.ts';

/** `2024-01-31` as official texts write it: 2024年1月31日. */
export const dayInWords = (day: CivilDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
