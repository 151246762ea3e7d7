import { accepted, type Checked, refused } from '../checked.ts';
import { halfWidth } from '../half-width.ts';

/**
 * An index number (索引号), 前段码/后段码: who keeps the information, and a serial of a year.
 * The standard has twenty characters: `000014349/2017-00110`. It never changes, not even with the keeper.
 */
export interface IndexNumber {
  /** The organisation code, its hyphen dropped: nine characters. Sites use credit codes and others too. */
  readonly prefix: string;
  readonly year: number;
  /** 1 to 12 where a site counts by month. */
  readonly month: number | null;
  readonly serial: number;
  /** How many digits the serial is written with, leading zeros included. */
  readonly width: number;
}

const pattern = /^([0-9A-Z][0-9A-Z-]{2,23})\/(\d{4})(\d{2})?-(\d{1,8})$/;

/**
 * Reads an index number as sites print it: full-width signs, spaces, small letters, hyphens in the
 * organisation code, credit codes before and months behind the slash. The prefix is not checked against
 * its check digit: real ones in use fail it.
 */
export const parseIndexNumber = (text: string): Checked<IndexNumber> => {
  const plain = halfWidth(text)
    .toUpperCase()
    .replace(/^索引号:?/, '')
    .replace('\\', '/');
  if (plain === '') return refused('没有填写索引号。');
  const match = pattern.exec(plain);
  if (!match)
    return refused(
      `“${text.trim()}”不是索引号。索引号的写法是 000014349/2017-00110：机构代码、年份、流水号。`,
    );
  const [, prefix = '', year = '', month, serial = ''] = match;
  if (Number(year) < 1949) return refused(`索引号“${text.trim()}”的年份 ${year} 不对。`);
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) {
    return refused(`索引号“${text.trim()}”的月份 ${month} 不对。`);
  }
  if (Number(serial) === 0) return refused(`索引号“${text.trim()}”的流水号应当从1开始。`);
  return accepted({
    prefix,
    year: Number(year),
    month: month === undefined ? null : Number(month),
    serial: Number(serial),
    width: serial.length,
  });
};

/** Writes an index number as it was read: `000014349/2017-00110`. */
export const formatIndexNumber = ({ prefix, year, month, serial, width }: IndexNumber): string =>
  `${prefix}/${year}${month === null ? '' : String(month).padStart(2, '0')}-${String(serial).padStart(width, '0')}`;

/** Whether it is written as the guideline wants: nine characters, a year, five digits. */
export const isStandardIndexNumber = ({ prefix, month, width }: IndexNumber): boolean =>
  /^[0-9A-Z]{9}$/.test(prefix) && month === null && width === 5;
