import { accepted, type Checked, refused } from '../checked.ts';
import { halfWidth } from '../half-width.ts';
import { formatIndexNumber, type IndexNumber } from './index-number.ts';

export interface NextIndexNumber {
  /** The agency's organisation code (a hyphen is dropped) or the prefix that it uses already. */
  readonly prefix: string;
  readonly year: number;
  /** Only where the agency counts by month. */
  readonly month?: number;
  /** The highest serial given under this prefix in this year or month; 0 where there is none. */
  readonly lastSerial: number;
  /** Digits of the serial; the standard has five. */
  readonly width?: number;
}

/**
 * The next index number of an agency. A number once given is never given again, so the caller keeps the
 * highest serial, not the count of items. Refused where the digits of a year are used up.
 */
export const nextIndexNumber = (question: NextIndexNumber): Checked<IndexNumber> => {
  const { year, month = null, lastSerial, width = 5 } = question;
  const prefix = halfWidth(question.prefix).toUpperCase().replaceAll('-', '');
  if (!/^[0-9A-Z]{3,24}$/.test(prefix)) {
    return refused(`机构代码“${question.prefix}”的写法不对，应当由数字和大写字母组成。请在机关设置中更正。`);
  }
  if (!Number.isInteger(year) || year < 1949 || year > 9999) return refused(`年份 ${year} 不对。`);
  if (month !== null && !(Number.isInteger(month) && month >= 1 && month <= 12)) {
    return refused(`月份 ${month} 不对。`);
  }
  if (!Number.isInteger(lastSerial) || lastSerial < 0) return refused(`流水号 ${lastSerial} 不对。`);
  const serial = lastSerial + 1;
  if (String(serial).length > width) {
    return refused(
      `${prefix} 在 ${year} 年的流水号已经用到 ${lastSerial}，${width} 位数字用完了。请改用更多位数。`,
    );
  }
  return accepted({ prefix, year, month, serial, width });
};

/** The next index number written out. */
export const nextIndexNumberText = (question: NextIndexNumber): Checked<string> => {
  const next = nextIndexNumber(question);
  return next.ok ? accepted(formatIndexNumber(next.value)) : next;
};
